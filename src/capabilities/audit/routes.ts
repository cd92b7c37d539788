import { inFirm, type Route } from '../../platform/http/routes.ts';
import { checkChain, exportLines, findAudit } from './actions.ts';
import { checkAudit, exportAudit, readAudit } from './contract.ts';

export const auditRoutes: Route[] = [
  inFirm(readAudit, findAudit),
  inFirm(checkAudit, checkChain),
  inFirm(exportAudit, exportLines),
];
