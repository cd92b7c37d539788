import { Fragment, useState } from 'react';
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

type DoorsProps = Pick<Reason, 'rules' | 'evidence'> & { verdict: Pick<Verdict, 'candidates'> };

/** The doors behind a sentence: the evidence at once; the rules, where there are several, when asked for. */
export function Doors({ rules, evidence, verdict }: DoorsProps) {
  const [unfolded, setUnfolded] = useState(rules.length === 1);
  const names = new Map<number, string>(verdict.candidates.map(({ personId, name }) => [personId, name]));
  const doors = [
    ...evidence.map((to) => ({ to, text: sayDoor(to, names) })),
    ...(unfolded ? rules.map((key) => ({ to: `playbook/${key}`, text: `rule: ${sayRule(key)}` })) : []),
  ];
  if (evidence.length + rules.length === 0) return null;
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
      {rules.length > 1 ? (
        <>
          {doors.length > 0 ? ' · ' : null}
          <button type="button" className="door" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? 'fewer' : `${rules.length} rules`}
          </button>
        </>
      ) : null}
    </span>
  );
}
