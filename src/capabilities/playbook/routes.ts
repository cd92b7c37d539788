import { inFirm, type Route } from '../../platform/http/routes.ts';
import { changeValue, findPlaybook, resetValue } from './actions.ts';
import { readPlaybook, resetPlaybookValue, setPlaybookValue } from './contract.ts';

export const playbookRoutes: Route[] = [
  inFirm(readPlaybook, findPlaybook),
  inFirm(setPlaybookValue, changeValue),
  inFirm(resetPlaybookValue, resetValue),
];
