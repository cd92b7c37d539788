import type { DifficultyStep } from '../../model/hidden-difficulty.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import { IntervalBar } from '../../web/charts/interval.tsx';
import { SIDE_WORDS, STATUS_WORDS } from '../../web/words.ts';
import { compareCandidates } from './compare.ts';

type CandidateAt = DifficultyStep['candidates'][number];
type CandidatesProps = { step: DifficultyStep; steps: readonly DifficultyStep[]; verdict: Verdict };

const byName = (a: CandidateAt, b: CandidateAt) => a.name.localeCompare(b.name, 'en') || a.personId - b.personId;

/** Everybody's intervals at one value; nobody changes place while the value moves, so whoever is ever named stands in front. */
export function CandidatesAt({ step, steps, verdict }: CandidatesProps) {
  const { named, others } = compareCandidates(verdict);
  const ever = new Set(
    steps.flatMap(({ candidates }) => candidates.filter((one) => one.named).map((one) => one.personId)),
  );
  const behind = new Set(others.map(({ personId }) => personId).filter((id) => !ever.has(id)));
  const places = new Map(named.map(({ personId }, place) => [personId, place]));
  const place = ({ personId }: CandidateAt) => places.get(personId) ?? places.size;
  const first = step.candidates
    .filter(({ personId }) => !behind.has(personId))
    .sort((a, b) => place(a) - place(b) || byName(a, b));
  const rest = step.candidates.filter(({ personId }) => behind.has(personId));
  return (
    <div className="stack">
      <Rows of={first} verdict={verdict} />
      {rest.length > 0 ? (
        <details className="unfold">
          <summary>Everyone else we looked at ({rest.length})</summary>
          <Rows of={[...rest].sort(byName)} verdict={verdict} />
        </details>
      ) : null}
    </div>
  );
}

function Rows({ of, verdict }: { of: readonly CandidateAt[]; verdict: Verdict }) {
  return (
    <ul className="difficulty-rows">
      {of.map((one) => (
        <li key={one.personId} className="difficulty-row">
          <p className={one.named ? 'difficulty-named' : undefined}>
            <bdi>{one.name}</bdi>
            {one.named ? <span className="quiet"> in our advice</span> : null}
          </p>
          <Bar side="technical" one={one} verdict={verdict} />
          <Bar side="people" one={one} verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}

type BarProps = { side: 'technical' | 'people'; one: CandidateAt; verdict: Verdict };

function Bar({ side, one, verdict }: BarProps) {
  const { estimate, status } = one[side];
  return (
    <div>
      <IntervalBar
        side={side}
        estimate={estimate}
        need={verdict.demand[side]}
        gate={verdict.gate[side]}
        label={`${one.name}, ${SIDE_WORDS[side]}`}
      />
      <p className="quiet difficulty-status">
        {SIDE_WORDS[side]}: {STATUS_WORDS[status]}
      </p>
    </div>
  );
}
