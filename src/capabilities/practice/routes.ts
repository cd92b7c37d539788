import { inFirm, type Route } from '../../platform/http/routes.ts';
import { dropAnswer, findAnswer, findPractice, score, writeAnswer } from './actions.ts';
import { keepAnswer, readAnswer, readPractice, removeAnswer, scoreAnswer } from './contract.ts';

export const practiceRoutes: Route[] = [
  inFirm(readPractice, findPractice),
  inFirm(readAnswer, findAnswer),
  inFirm(keepAnswer, writeAnswer),
  inFirm(removeAnswer, dropAnswer),
  inFirm(scoreAnswer, score),
];
