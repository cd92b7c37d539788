import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findLoads, keepToldWeek } from './actions.ts';
import { readLoads, tellWeek } from './contract.ts';

export const loadRoutes: Route[] = [inFirm(readLoads, findLoads), inFirm(tellWeek, keepToldWeek)];
