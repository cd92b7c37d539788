import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findTrial, findTrials, prepare, propose } from './actions.ts';
import {
  agreeToTrial,
  changeTrial,
  endTrial,
  lengthenTrial,
  listTrials,
  prepareTrial,
  proposeTrial,
  readTrial,
  writeTrialReview,
} from './contract.ts';
import { writeReview } from './review.actions.ts';
import { agree, askLonger, change, end } from './running.actions.ts';

export const trialsRoutes: Route[] = [
  inFirm(listTrials, findTrials),
  inFirm(prepareTrial, prepare),
  inFirm(proposeTrial, propose),
  inFirm(readTrial, findTrial),
  inFirm(agreeToTrial, agree),
  inFirm(changeTrial, change),
  inFirm(lengthenTrial, askLonger),
  inFirm(writeTrialReview, writeReview),
  inFirm(endTrial, end),
];
