import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findBalance, keepStep } from './actions.ts';
import { readBalance, recordStep } from './contract.ts';

export const balanceRoutes: Route[] = [inFirm(readBalance, findBalance), inFirm(recordStep, keepStep)];
