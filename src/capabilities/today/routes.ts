import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findToday, keepAnswer } from './actions.ts';
import { answerCard, readToday } from './contract.ts';

export const todayRoutes: Route[] = [inFirm(readToday, findToday), inFirm(answerCard, keepAnswer)];
