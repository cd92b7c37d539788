import { beginTrials } from './begin-trials.ts';
import { runRound } from './capabilities/delivery/round.actions.ts';
import type { RoundContext } from './capabilities/delivery/send.actions.ts';
import { findOpenCards } from './capabilities/today/actions.ts';
import { describeFailure } from './platform/http/failure.ts';

/** Begins trials on their day and sends what is due, again and again, until it is stopped. */
export type Delivering = {
  /** Begins nothing new, and waits for what is on its way: a stop leaves nothing of which nobody knows whether it arrived. */
  stop(): Promise<void>;
};

/**
 * Looks every so many milliseconds whether a trial's day or somebody's hour has come: two small queries. A round that takes longer is not
 * overtaken by the next.
 */
export function startDelivering(
  ctx: Omit<RoundContext, 'cardsOf' | 'isStopping'>,
  { every }: { every: number },
): Delivering {
  let stopping = false;
  const round = async () => {
    // First: a morning's message says how things stand on its day.
    await beginTrials(ctx).catch((error: unknown) =>
      ctx.log(`Trials that are to begin were not looked for: ${describeFailure(error)}`),
    );
    await runRound({ ...ctx, cardsOf: findOpenCards, isStopping: () => stopping }).catch((error: unknown) =>
      ctx.log(`Messages that are due were not looked for: ${describeFailure(error)}`),
    );
  };
  let running: Promise<void> | undefined;
  const beat = () => {
    running ??= round().finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(beat, every);
  beat();
  return {
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}
