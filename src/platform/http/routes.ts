import type { Readable } from 'node:stream';
import type { Standing } from '../../base/roles.ts';
import type { FirmContext, InstallContext } from '../context.ts';
import type { Operation } from '../contract.ts';

/** A file on its way in, with what was said beside it. */
export type Upload = { stream: Readable; fileName: string };

/** An operation joined to what carries it out; inputs were validated by its contract before they come here. */
export type Route = { operation: Operation } & (
  | { kind: 'firm'; run: (ctx: FirmContext, input: unknown) => Promise<unknown> }
  | { kind: 'install'; run: (ctx: InstallContext, input: unknown) => Promise<unknown> }
  | { kind: 'upload'; run: (ctx: UploadContext, input: unknown, upload: Upload) => Promise<unknown> }
);

/** An upload belongs to a firm, but streams for longer than one transaction should last. */
export type UploadContext = InstallContext & { orgId: number; standing: Standing };

/** An operation inside one transaction of the session's firm. */
export function inFirm<In, Out>(
  operation: Operation<In, Out>,
  run: (ctx: FirmContext, input: In) => Promise<Out>,
): Route {
  return { kind: 'firm', operation, run: (ctx, input) => run(ctx, input as In) };
}

/** An operation that opens its own transactions: it makes firms, or works between them. */
export function inInstall<In, Out>(
  operation: Operation<In, Out>,
  run: (ctx: InstallContext, input: In) => Promise<Out>,
): Route {
  return { kind: 'install', operation, run: (ctx, input) => run(ctx, input as In) };
}

/** An operation that receives a file as a stream and opens its own transactions. */
export function withUpload<In, Out>(
  operation: Operation<In, Out>,
  run: (ctx: UploadContext, input: In, upload: Upload) => Promise<Out>,
): Route {
  return { kind: 'upload', operation, run: (ctx, input, upload) => run(ctx, input as In, upload) };
}
