import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findHelp } from './actions.ts';
import { readHelp } from './contract.ts';

export const teamsRoutes: Route[] = [inFirm(readHelp, findHelp)];
