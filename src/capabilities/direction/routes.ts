import { inFirm, type Route } from '../../platform/http/routes.ts';
import { findDirections } from './actions.ts';
import { dropTarget, keepAim, keepCameOf, keepTarget, keepTyped } from './change.actions.ts';
import { closeAim, endTarget, readDirection, setAim, setTarget, typeMeasure } from './contract.ts';

export const directionRoutes: Route[] = [
  inFirm(readDirection, findDirections),
  inFirm(setAim, keepAim),
  inFirm(closeAim, keepCameOf),
  inFirm(setTarget, keepTarget),
  inFirm(endTarget, dropTarget),
  inFirm(typeMeasure, keepTyped),
];
