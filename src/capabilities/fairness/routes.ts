import { inFirm, type Route } from '../../platform/http/routes.ts';
import { compareFairly, findOwnGroups, forgetGroups, saveOwn } from './actions.ts';
import { keepGroups } from './attributes.actions.ts';
import { readFairness, readOwnGroups, removeAttributes, saveAttributes, saveOwnGroup } from './contract.ts';

export const fairnessRoutes: Route[] = [
  inFirm(readFairness, compareFairly),
  inFirm(saveAttributes, keepGroups),
  inFirm(removeAttributes, forgetGroups),
  inFirm(readOwnGroups, findOwnGroups),
  inFirm(saveOwnGroup, saveOwn),
];
