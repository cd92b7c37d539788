import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findTriage, sayDifficulty } from './actions.ts';
import { readTriage, setTriage } from './contract.ts';

export const triageRoutes: Route[] = [inFirm(readTriage, findTriage), inFirm(setTriage, sayDifficulty)];
