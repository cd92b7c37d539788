import { inFirm, type Route } from '../../platform/http/routes.ts';
import { keepFacts } from './actions.ts';
import { saveGrowthFacts } from './contract.ts';

export const assumptionsRoutes: Route[] = [inFirm(saveGrowthFacts, keepFacts)];
