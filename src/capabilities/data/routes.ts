import { inFirm, type Route, withUpload } from '../../platform/http/routes.ts';
import { findImport, findImports, type ImportHooks, startImport } from './actions.ts';
import { findAddress, keepAddress } from './address.actions.ts';
import { importFile, listImports, previewFile, readImport, readTicketAddress, setTicketAddress } from './contract.ts';
import { understandFile } from './preview.actions.ts';

export const dataRoutes = (hooks: ImportHooks): Route[] => [
  withUpload(previewFile, understandFile, { brings: false }),
  withUpload(importFile, (ctx, input, upload) => startImport(ctx, input, upload, hooks)),
  inFirm(listImports, findImports),
  inFirm(readImport, findImport),
  inFirm(readTicketAddress, findAddress),
  inFirm(setTicketAddress, keepAddress),
];
