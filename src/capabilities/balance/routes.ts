import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findBalance, keepStep } from './actions.ts';
import { findChanges } from './changes.actions.ts';
import { readBalance, readChanges, recordStep } from './contract.ts';

export const balanceRoutes: Route[] = [
  inFirm(readBalance, findBalance),
  inFirm(readChanges, findChanges),
  inFirm(recordStep, keepStep),
];
