import { Fragment } from 'react';
import type { Reason, Verdict } from '../../records/verdicts/types.ts';
import { Door } from '../../web/door.tsx';
import { sayDoor, sayRule } from './seat-words.ts';

/** Why: sentences, each with the doors to its evidence and to the rule behind it. */
export function Reasons({ verdict }: { verdict: Verdict }) {
  if (verdict.reasons.length === 0) return null;
  return (
    <div>
      <h2 className="advice-heading">Why</h2>
      <ul className="reasons">
        {verdict.reasons.map((reason) => (
          <li key={reason.text}>
            {reason.text} <Doors {...reason} verdict={verdict} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type DoorsProps = Pick<Reason, 'rules' | 'evidence'> & { verdict: Pick<Verdict, 'candidates' | 'seatId' | 'title'> };

/** The doors behind a sentence: first the evidence, then the rules. */
export function Doors({ rules, evidence, verdict }: DoorsProps) {
  const names = {
    people: new Map<number, string>(verdict.candidates.map(({ personId, name }) => [personId, name])),
    seats: new Map<number, string>([[verdict.seatId, verdict.title]]),
  };
  const doors = [
    ...evidence.map((to) => ({ to, text: sayDoor(to, names) })),
    ...rules.map((key) => ({ to: `playbook/${key}`, text: `rule: ${sayRule(key)}` })),
  ];
  if (doors.length === 0) return null;
  return (
    <span className="reason-doors">
      {doors.map(({ to, text }, at) => (
        <Fragment key={to}>
          {at > 0 ? ' · ' : null}
          <Door to={to}>
            <bdi>{text}</bdi>
          </Door>
        </Fragment>
      ))}
    </span>
  );
}
