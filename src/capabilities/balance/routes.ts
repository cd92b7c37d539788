import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findBalance, keepStep } from './actions.ts';
import { findChanges } from './changes.actions.ts';
import { readBalance, readChanges, readGoing, recordStep } from './contract.ts';
import { findGoing } from './going.actions.ts';

export const balanceRoutes: Route[] = [
  inFirm(readBalance, findBalance),
  inFirm(readChanges, findChanges),
  inFirm(readGoing, findGoing),
  inFirm(recordStep, keepStep),
];
