import { inFirm, type Route, withUpload } from '../../platform/http/routes.ts';
import { findCover } from './actions.ts';
import { bringHours, listHours, previewHours, readCover, removeHours, setTeamHours, typeWeek } from './contract.ts';
import { keepHours, understandHours } from './file.actions.ts';
import { dropHours, findHours, keepTeamHours, keepWeek } from './hours.actions.ts';

export const coverRoutes: Route[] = [
  inFirm(readCover, findCover),
  inFirm(listHours, findHours),
  withUpload(previewHours, understandHours, { brings: false }),
  withUpload(bringHours, keepHours),
  inFirm(typeWeek, keepWeek),
  inFirm(removeHours, dropHours),
  inFirm(setTeamHours, keepTeamHours),
];
