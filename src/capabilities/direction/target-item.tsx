import { useState } from 'react';
import type { Day } from '../../base/time.ts';
import { MEASURE_WORDS, sayWanted, TRACK_WORDS } from '../../model/direction/words.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { endTarget, type ShownDirection, type ShownTarget } from './contract.ts';
import { MonthForm } from './month-form.tsx';
import { TargetForm } from './target-form.tsx';
import { TargetLine } from './target-line.tsx';

type ItemProps = { target: ShownTarget; team: ShownDirection; day: Day };

/** One target: what is wanted, whether the team is there, what that rests on and what moved it. */
export function TargetItem({ target, team, day }: ItemProps) {
  const [open, setOpen] = useState<'change' | 'end' | 'month' | null>(null);
  const { found, says, moved, words } = target;
  const track = found?.track ?? null;
  const done = () => setOpen(null);
  return (
    <li className="direction-target">
      <h3>
        {sayWanted(target)}
        <span className={`direction-track direction-track-${track ?? 'unknown'}`}>
          {track === null ? 'not known yet' : TRACK_WORDS[track]}
        </span>
      </h3>
      {words ? <p className="quiet">{words}</p> : null}
      {found ? <TargetLine target={target} found={found} /> : null}
      <p>
        {says} {moved ? <span className="quiet">{moved}</span> : null}
      </p>
      {team.mayChange ? (
        <div className="direction-acts">
          <Act what="Change" target={target} team={team} onOpen={() => setOpen('change')} />
          <Act what="End it" target={target} team={team} onOpen={() => setOpen('end')} />
          <Act what="Type a month" target={target} team={team} onOpen={() => setOpen('month')} />
        </div>
      ) : null}
      {open === 'change' ? <TargetForm team={team} target={target} onDone={done} /> : null}
      {open === 'end' ? <EndTarget target={target} team={team} onDone={done} /> : null}
      {open === 'month' ? <MonthForm target={target} team={team} day={day} onDone={done} /> : null}
    </li>
  );
}

type ActProps = { what: string; target: ShownTarget; team: ShownDirection; onOpen: () => void };

const Act = ({ what, target, team, onOpen }: ActProps) => (
  <button type="button" className="text-button" onClick={onOpen}>
    {what}
    <span className="only-heard">
      : {MEASURE_WORDS[target.measure]}, {team.name}
    </span>
  </button>
);

function EndTarget({ target, team, onDone }: { target: ShownTarget; team: ShownDirection; onDone: () => void }) {
  const end = useAction(endTarget);
  const { teamId } = team;
  return (
    <AskOver
      title={`End this target of ${team.name}?`}
      act="End it"
      busy={end.isPending}
      error={end.error}
      onSubmit={() => end.mutate({ teamId, measure: target.measure }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>{sayWanted(target)}. It stays under what was before.</p>
    </AskOver>
  );
}
