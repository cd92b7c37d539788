import { inFirm, inInstall, type Route } from '../../platform/http/routes.ts';
import { findDelivery, findFailing } from './actions.ts';
import { listFailingDeliveries, readDelivery, saveDelivery, sendTestDelivery } from './contract.ts';
import { setDelivery } from './set.actions.ts';
import { sendTest } from './test.actions.ts';

export const deliveryRoutes: Route[] = [
  inInstall(readDelivery, findDelivery),
  inInstall(saveDelivery, setDelivery),
  inInstall(sendTestDelivery, sendTest),
  inFirm(listFailingDeliveries, findFailing),
];
