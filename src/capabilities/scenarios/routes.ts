import type { CountAhead } from '../../model/growth/planning.ts';
import { inFirm, type Route } from '../../platform/http/routes.ts';
import { dropScenario, keepChange, keepCopy } from './actions.ts';
import { setSideBySide } from './compare.actions.ts';
import { addScenario, changeScenario, comparePolicies, compareScenarios, removeScenario } from './contract.ts';
import { setPoliciesSideBySide } from './policies.actions.ts';

/** `count`: looks ahead, which is another capability's work. */
export const scenariosRoutes = ({ count }: { count: CountAhead }): Route[] => [
  inFirm(addScenario, keepCopy),
  inFirm(changeScenario, keepChange),
  inFirm(removeScenario, dropScenario),
  inFirm(compareScenarios, (ctx, input) => setSideBySide(ctx, input, count)),
  inFirm(comparePolicies, (ctx, input) => setPoliciesSideBySide(ctx, input, count)),
];
