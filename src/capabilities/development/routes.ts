import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findPlans } from './actions.ts';
import { changeOneStep, putIn, removeFeedback, rewriteNeed, sayFeedback, takeOut } from './change.actions.ts';
import {
  addNeed,
  changeNeed,
  changeStep,
  dropNeed,
  endPlan,
  giveFeedback,
  listPlans,
  proposePlan,
  readPlan,
  sayToPlan,
  takeBackFeedback,
} from './contract.ts';
import { propose } from './propose.actions.ts';
import { findPlan } from './show.actions.ts';
import { end, giveWord } from './word.actions.ts';

export const developmentRoutes: Route[] = [
  inFirm(listPlans, findPlans),
  inFirm(readPlan, findPlan),
  inFirm(proposePlan, propose),
  inFirm(sayToPlan, giveWord),
  inFirm(endPlan, end),
  inFirm(addNeed, putIn),
  inFirm(changeNeed, rewriteNeed),
  inFirm(dropNeed, takeOut),
  inFirm(changeStep, changeOneStep),
  inFirm(giveFeedback, sayFeedback),
  inFirm(takeBackFeedback, removeFeedback),
];
