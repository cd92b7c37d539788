import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findMentoring, sayWish } from './actions.ts';
import {
  addMentoringGoal,
  answerMentoring,
  askMentoringPairs,
  changeMentoringGoal,
  changeMentoringSession,
  endMentoring,
  planMentoringSessions,
  readMentoring,
  readMentoringPair,
  readMentoringRound,
  sayMentoringCheck,
  sayMentoringWish,
  takeBackMentoringPair,
  takeMentoringSession,
} from './contract.ts';
import { addGoal, answer, changeGoal, end, findPair, sayCheck } from './pair.actions.ts';
import { askPairs, findRound, takeBackPair } from './round.actions.ts';
import { changeSession, planSessions, sessionFile } from './session.actions.ts';

export const mentoringRoutes: Route[] = [
  inFirm(readMentoring, findMentoring),
  inFirm(sayMentoringWish, sayWish),
  inFirm(readMentoringRound, findRound),
  inFirm(askMentoringPairs, askPairs),
  inFirm(takeBackMentoringPair, takeBackPair),
  inFirm(readMentoringPair, findPair),
  inFirm(answerMentoring, answer),
  inFirm(planMentoringSessions, planSessions),
  inFirm(changeMentoringSession, changeSession),
  inFirm(takeMentoringSession, sessionFile),
  inFirm(addMentoringGoal, addGoal),
  inFirm(changeMentoringGoal, changeGoal),
  inFirm(sayMentoringCheck, sayCheck),
  inFirm(endMentoring, end),
];
