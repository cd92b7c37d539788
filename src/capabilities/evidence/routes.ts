import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findPanel } from './actions.ts';
import { readPanel } from './contract.ts';

export const evidenceRoutes: Route[] = [inFirm(readPanel, findPanel)];
