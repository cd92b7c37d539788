import { atDoor, forProgram, inFirm, type Route, withUpload } from '../../platform/http/routes.ts';
import { findCourses, keepCourses, offerCourse, understandCourses, writeCourses } from './catalogue.actions.ts';
import {
  bringCompletions,
  bringCourses,
  dropCompletion,
  endLearningKey,
  exportCourses,
  listCourses,
  listLearningKeys,
  listWaitingCompletions,
  makeLearningKey,
  matchCompletion,
  previewCompletions,
  previewCourses,
  putStatement,
  readStatementVersions,
  retireCourse,
  takeStatements,
} from './contract.ts';
import { keepCompletions, understandCompletions } from './file.actions.ts';
import { endKey, findKeys, makeKey } from './keys.actions.ts';
import { findVersions, putStatement as putOne, receiveStatements } from './statements.actions.ts';
import { dropWaiting, findWaiting, settleWaiting } from './waiting.actions.ts';

export const coursesRoutes: Route[] = [
  inFirm(listCourses, findCourses),
  withUpload(previewCourses, understandCourses, { brings: false }),
  withUpload(bringCourses, keepCourses),
  inFirm(exportCourses, writeCourses),
  inFirm(retireCourse, offerCourse),
  withUpload(previewCompletions, understandCompletions, { brings: false }),
  withUpload(bringCompletions, keepCompletions),
  inFirm(listWaitingCompletions, findWaiting),
  inFirm(matchCompletion, settleWaiting),
  inFirm(dropCompletion, dropWaiting),
  inFirm(listLearningKeys, findKeys),
  inFirm(makeLearningKey, makeKey),
  inFirm(endLearningKey, endKey),
  forProgram(takeStatements, receiveStatements),
  forProgram(putStatement, putOne),
  atDoor(readStatementVersions, findVersions),
];
