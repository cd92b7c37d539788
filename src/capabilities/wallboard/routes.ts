import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findWallboard } from './actions.ts';
import { readWallboard } from './contract.ts';

export const wallboardRoutes: Route[] = [inFirm(readWallboard, findWallboard)];
