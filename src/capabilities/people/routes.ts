import { inFirm, type Route } from '../../platform/http/routes.ts';
import {
  addTypedPeople,
  assess,
  findAnchors,
  findPeople,
  findPerson,
  findQuestions,
  type PeopleHooks,
  revisePerson,
  saveAnswers,
} from './actions.ts';
import {
  answerQuestion,
  assessPerson,
  changePerson,
  listPeople,
  readAnchors,
  readPerson,
  readQuestions,
  typePeople,
} from './contract.ts';

export const peopleRoutes = (hooks: PeopleHooks): Route[] => [
  inFirm(listPeople, findPeople),
  inFirm(readPerson, findPerson),
  inFirm(typePeople, addTypedPeople),
  inFirm(changePerson, (ctx, input) => revisePerson(ctx, input, hooks)),
  inFirm(readQuestions, findQuestions),
  inFirm(answerQuestion, saveAnswers),
  inFirm(readAnchors, findAnchors),
  inFirm(assessPerson, assess),
];
