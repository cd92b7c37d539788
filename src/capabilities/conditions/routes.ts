import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findConditions, sayWord, share, takeBack } from './actions.ts';
import {
  addGrowthStep,
  readConditions,
  readTeamConditions,
  removeGrowthStep,
  sayOwnWord,
  shareConditions,
  takeBackOwnWord,
} from './contract.ts';
import { addStep, removeStep } from './steps.actions.ts';
import { findTeamConditions } from './team.actions.ts';

export const conditionsRoutes: Route[] = [
  inFirm(readConditions, findConditions),
  inFirm(readTeamConditions, findTeamConditions),
  inFirm(shareConditions, share),
  inFirm(sayOwnWord, sayWord),
  inFirm(takeBackOwnWord, takeBack),
  inFirm(addGrowthStep, addStep),
  inFirm(removeGrowthStep, removeStep),
];
