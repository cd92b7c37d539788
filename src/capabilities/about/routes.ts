import { inFirm, type Route } from '../../platform/http/routes.ts';
import { exportAbout, findAboutMe } from './actions.ts';
import {
  addRemark,
  answerRemark,
  askErasure,
  erasePerson,
  exportAboutMe,
  listErasures,
  listOpenRemarks,
  readAboutMe,
  sayWish,
  withdrawErasure,
} from './contract.ts';
import { askToBeErased, type ErasureHooks, erase, findErasures, takeBackErasure } from './erasure.actions.ts';
import { answer, findOpenRemarks, say, wish } from './remarks.actions.ts';

export const aboutRoutes = (hooks: ErasureHooks): Route[] => [
  inFirm(readAboutMe, findAboutMe),
  inFirm(exportAboutMe, exportAbout),
  inFirm(sayWish, wish),
  inFirm(addRemark, say),
  inFirm(listOpenRemarks, findOpenRemarks),
  inFirm(answerRemark, answer),
  inFirm(askErasure, askToBeErased),
  inFirm(withdrawErasure, takeBackErasure),
  inFirm(listErasures, findErasures),
  inFirm(erasePerson, (ctx, input) => erase(ctx, input, hooks)),
];
