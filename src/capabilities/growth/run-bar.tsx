import { Button } from '@mantine/core';
import { countWord } from '../../web/words.ts';
import type { Ahead } from './look-ahead.tsx';

/** How fine the picture is: being refined, with a way to stop it; done; stopped; failed. */
export function RunBar({ run, isAsking, stop, again }: Pick<Ahead, 'run' | 'isAsking' | 'stop' | 'again'>) {
  const { state, runs, ofRuns } = run;
  return (
    <div className="plan-run">
      {state === 'running' ? (
        <>
          <progress className="plan-progress" max={ofRuns} value={runs} aria-label="Futures simulated so far" />
          <span className="quiet" role="status">{`Refining: ${countWord(runs)} of ${countWord(ofRuns)} futures`}</span>
          <Button size="compact-sm" variant="default" onClick={stop}>
            Stop
          </Button>
        </>
      ) : null}
      {state === 'done' ? (
        <span className="quiet" role="status">
          {isAsking ? 'Looking ahead…' : `From ${countWord(runs)} simulated futures.`}
        </span>
      ) : null}
      {state === 'stopped' || state === 'failed' ? (
        <>
          <span className="quiet" role="status">
            {state === 'stopped'
              ? `Stopped: a rough picture from ${countWord(runs)} futures.`
              : 'The finer picture could not be made: this is a rough one.'}
          </span>
          <Button size="compact-sm" variant="default" onClick={again}>
            {state === 'stopped' ? 'Refine it' : 'Try again'}
          </Button>
        </>
      ) : null}
    </div>
  );
}
