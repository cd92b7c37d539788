import { inFirm, type Route } from '../../platform/http/routes.ts';
import { changeValue, findPlaybook, type PlaybookHooks, resetValue } from './actions.ts';
import { readPlaybook, readRuleRates, resetPlaybookValue, setPlaybookValue } from './contract.ts';
import { findRuleRates } from './rates.actions.ts';

export const playbookRoutes = (hooks: PlaybookHooks): Route[] => [
  inFirm(readPlaybook, findPlaybook),
  inFirm(readRuleRates, findRuleRates),
  inFirm(setPlaybookValue, (ctx, input) => changeValue(ctx, input, hooks)),
  inFirm(resetPlaybookValue, (ctx, input) => resetValue(ctx, input, hooks)),
];
