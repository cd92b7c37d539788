import { inInstall, type Route } from '../../platform/http/routes.ts';
import { dropSample, enterFirm, findWhereabouts, makeFirm, makeSample, type SampleHooks } from './actions.ts';
import { openFirm, openSample, readWhereabouts, removeSample, startFirm } from './contract.ts';

export const welcomeRoutes = (hooks: SampleHooks): Route[] => [
  inInstall(readWhereabouts, findWhereabouts),
  inInstall(startFirm, makeFirm),
  inInstall(openFirm, enterFirm),
  inInstall(openSample, (ctx, input) => makeSample(ctx, input, hooks)),
  inInstall(removeSample, dropSample),
];
