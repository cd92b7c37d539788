import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findMeasured, keepFacts } from './actions.ts';
import { readMeasuredWork, saveGrowthFacts } from './contract.ts';

export const assumptionsRoutes: Route[] = [inFirm(saveGrowthFacts, keepFacts), inFirm(readMeasuredWork, findMeasured)];
