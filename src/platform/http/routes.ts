import type { Readable } from 'node:stream';
import type { Standing } from '../../base/roles.ts';
import type { AccountContext, DoorContext, FirmContext, InstallContext, ProgramContext } from '../context.ts';
import type { Operation } from '../contract.ts';

/** A file on its way in, with what was said beside it. */
export type Upload = { stream: Readable; fileName: string };

/** An operation joined to what carries it out; inputs were validated by its contract before they come here. */
export type Route = { operation: Operation } & (
  | { kind: 'firm'; run: (ctx: FirmContext, input: unknown) => Promise<unknown> }
  | { kind: 'install'; run: (ctx: InstallContext, input: unknown) => Promise<unknown> }
  | {
      kind: 'upload';
      /** Whether it brings something in, which the audit log then says, or only looks into the file. */
      brings: boolean;
      run: (ctx: UploadContext, input: unknown, upload: Upload) => Promise<unknown>;
    }
  | { kind: 'door'; run: (ctx: DoorContext, input: unknown) => Promise<unknown> }
  | { kind: 'account'; run: (ctx: AccountContext, input: unknown) => Promise<unknown> }
  | { kind: 'program'; run: (ctx: ProgramContext, input: unknown) => Promise<unknown> }
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
  { brings = true }: { brings?: boolean } = {},
): Route {
  return { kind: 'upload', brings, operation, run: (ctx, input, upload) => run(ctx, input as In, upload) };
}

/** An operation before sign-in: anyone may ask, so it is asked less often and knows nobody. */
export function atDoor<In, Out>(
  operation: Operation<In, Out>,
  run: (ctx: DoorContext, input: In) => Promise<Out>,
): Route {
  return { kind: 'door', operation, run: (ctx, input) => run(ctx, input as In) };
}

/** An operation on one's own account or on who may sign in: it opens its own transactions and knows the browser. */
export function onAccount<In, Out>(
  operation: Operation<In, Out>,
  run: (ctx: AccountContext, input: In) => Promise<Out>,
): Route {
  return { kind: 'account', operation, run: (ctx, input) => run(ctx, input as In) };
}

/** An operation for a program that has a key for it and nothing else. The body, whatever JSON it is, is the field `body`. */
export function forProgram<In, Out>(
  operation: Operation<In, Out>,
  run: (ctx: ProgramContext, input: In) => Promise<Out>,
): Route {
  return { kind: 'program', operation, run: (ctx, input) => run(ctx, input as In) };
}
