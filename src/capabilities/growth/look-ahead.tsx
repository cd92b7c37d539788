import { useEffect, useRef, useState } from 'react';
import type { Assumption } from '../../model/growth/assumptions.ts';
import { type Draft, isUnchanged } from '../../model/growth/draft.ts';
import type { Look } from '../../model/growth/look.ts';
import { call, useAction, useOperation } from '../../web/client.ts';
import { type Growth, lookAhead, type RunState, readGrowthRun, stopGrowthRun } from './contract.ts';

/** What is on the screen: a look ahead, what it was as kept, and how fine it is. */
export type Ahead = {
  look: Look;
  /** As it is kept; null: that is what is shown. */
  kept: Look | null;
  assumptions: Assumption[];
  /** What is unusual in the plan on the screen. */
  notes: readonly string[];
  run: RunState;
  /** Another look is on its way. */
  isAsking: boolean;
  /** Why the numbers on the screen could not be looked ahead with: the picture is the last one that could. */
  error: Error | null;
  stop: () => void;
  /** Looks once more with the same numbers. */
  again: () => void;
};

type Answer = NonNullable<(typeof lookAhead)['output']>;

/** Looks ahead with what was changed on the screen, a small run at once, and follows the run that refines it. */
export function useAhead(growth: Growth, draft: Draft, onReload: () => void): Ahead {
  const { scenarioId } = growth.scenario;
  const tried = useTried(scenarioId, draft, growth.run.runId);
  const answer = tried.answer;
  const source = answer ?? growth;
  const keptRun = useRun(growth.run);
  const triedRun = useRun(answer?.run ?? null);
  const run = answer ? triedRun : keptRun;
  const kept = keptRun.look ?? growth.look;
  return {
    look: run.look ?? source.look,
    kept: answer ? kept : null,
    assumptions: source.assumptions,
    notes: source.notes,
    run: run.state ?? source.run,
    isAsking: tried.isAsking,
    error: tried.error ?? run.error,
    stop: run.stop,
    again: answer ? tried.again : onReload,
  };
}

type Question = { draft: Draft; scenarioId: number; round: number; keptRun: string };

/** One question at a time: while one is being answered only the latest change waits, so that dragging never falls behind. */
function useTried(scenarioId: number, draft: Draft, keptRun: string) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [round, setRound] = useState(0);
  const latest = useRef<Question>({ draft, scenarioId, round, keptRun });
  const asking = useRef(false);
  const going = useRef<string | null>(null);
  useEffect(() => {
    latest.current = { draft, scenarioId, round, keptRun };
    /** What nobody looks at any more need not be refined. */
    const goOnWith = (runId: string | null) => {
      const before = going.current;
      going.current = runId;
      if (before && before !== runId && before !== latest.current.keptRun)
        void call(stopGrowthRun, { runId: before }).catch(() => undefined);
    };
    if (isUnchanged(draft)) {
      goOnWith(null);
      setAnswer(null);
      setError(null);
      return;
    }
    if (asking.current) return;
    const ask = async () => {
      asking.current = true;
      setAsking(true);
      let asked: Question | null = null;
      while (asked !== latest.current && !isUnchanged(latest.current.draft)) {
        asked = latest.current;
        const result = await tryOut(asked);
        if (isUnchanged(latest.current.draft)) break;
        setError(result instanceof Error ? result : null);
        if (result instanceof Error) continue;
        goOnWith(result.run.runId);
        setAnswer(result);
      }
      asking.current = false;
      setAsking(false);
    };
    void ask();
  }, [draft, scenarioId, round, keptRun]);
  return { answer: isUnchanged(draft) ? null : answer, error, isAsking, again: () => setRound((before) => before + 1) };
}

const tryOut = ({ scenarioId, draft }: Question): Promise<Answer | Error> =>
  call(lookAhead, { scenarioId, ...draft }).catch((cause: unknown) =>
    cause instanceof Error ? cause : new Error(String(cause)),
  );

const EVERY = 400;

/** Follows a run until it is done; null: there is none to follow. */
function useRun(begun: RunState | null) {
  const isGoing = begun?.state === 'running';
  const runId = begun?.runId ?? '';
  const read = useOperation(
    readGrowthRun,
    { runId },
    { enabled: isGoing, every: (last) => (last === undefined || last.run.state === 'running' ? EVERY : false) },
  );
  const stop = useAction(stopGrowthRun, { invalidates: [readGrowthRun] });
  const data = isGoing ? read.data : undefined;
  return {
    look: data?.look ?? null,
    state: data?.run ?? begun,
    error: (isGoing ? read.error : null) ?? stop.error,
    stop: () => stop.mutate({ runId }),
  };
}
