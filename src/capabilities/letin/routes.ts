import type { Instant } from '../../base/time.ts';
import { inInstall, type Route } from '../../platform/http/routes.ts';
import { findLetIn, mailTest } from './actions.ts';
import { readLetIn, sendTestMail } from './contract.ts';

/** A mail is sent outside any transaction, so both open their own. */
export const letInRoutes = (sent: Instant[] = []): Route[] => [
  inInstall(readLetIn, findLetIn),
  inInstall(sendTestMail, (ctx, input) => mailTest(ctx, input, sent)),
];
