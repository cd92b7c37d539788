import { inFirm, type Route, withUpload } from '../../platform/http/routes.ts';
import { findCoverPlan, findOwnLearning, findSkills } from './actions.ts';
import { addSkill, begin, changeLevel, keepHours, keepNeed, removeSkill } from './change.actions.ts';
import {
  addOwnSkill,
  beginPairings,
  bringSkills,
  readCoverPlan,
  readOwnLearning,
  readSkills,
  removeOwnSkill,
  setSkillHours,
  setSkillLevel,
  setSkillNeed,
  takeSkills,
} from './contract.ts';
import { bringTable, takeTable } from './file.actions.ts';

export const crossTrainingRoutes: Route[] = [
  inFirm(readSkills, findSkills),
  inFirm(readCoverPlan, findCoverPlan),
  inFirm(setSkillNeed, keepNeed),
  inFirm(addOwnSkill, addSkill),
  inFirm(removeOwnSkill, removeSkill),
  inFirm(setSkillLevel, changeLevel),
  inFirm(beginPairings, begin),
  inFirm(setSkillHours, keepHours),
  inFirm(readOwnLearning, findOwnLearning),
  withUpload(bringSkills, bringTable),
  inFirm(takeSkills, takeTable),
];
