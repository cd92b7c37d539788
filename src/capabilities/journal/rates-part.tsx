import type { LearnedBar } from '../../model/journal-learning.ts';
import type { JournalRates, Rate } from '../../model/journal-rates.ts';
import { Door } from '../../web/door.tsx';
import { GoButton } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import type { Journal } from './contract.ts';
import { sayBothTooFew, sayDifference, sayLearned, sayRate } from './words.ts';

type RatesProps = { rates: JournalRates; rules: Journal['rules']; isWhole: boolean };

/** How often our advice was followed, and what came of it either way: with intervals, or too few to tell. */
export function RatesPart({ rates, rules, isWhole }: RatesProps) {
  const { agreement, followed, otherwise, undecided } = rates;
  const rows: [string, Rate][] = [
    ['Decided as we advised', agreement],
    ['Of these, turned out well', followed],
    ['Decided otherwise, and turned out well', otherwise],
  ];
  return (
    <Section
      title="Our advice and what was decided"
      note={`“Turned out well”: whoever decides would do so again, if need be with other help. ${isWhole ? 'Over all decisions of the firm.' : 'Over the decisions that you may read.'}`}
    >
      <table className="table journal-rates">
        <caption className="only-heard">How often our advice was followed, and what came of it</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">How often</th>
            <th scope="col">
              <span className="only-heard">As a line from 0 to 100</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, rate]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{sayRate(rate, rules.need)}</td>
              <td className="journal-line-cell">{rate.enough ? <RateLine rate={rate} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {sayDifference(rates)}
        {undecided > 0 ? ` ${undecided} could not be told when they were looked back on.` : ''}
      </p>
      <p className="quiet">
        Ranges are 80% intervals. <Door to="playbook/journal.need">From how many decisions a share is said</Door>
      </p>
    </Section>
  );
}

/** The share as a dot, its interval as a line; the words beside it say the same. */
function RateLine({ rate: { hits, n, low, high } }: { rate: Rate }) {
  return (
    <svg className="journal-line" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2="100" y1="4" y2="4" className="journal-line-all" />
      <line x1={100 * low} x2={100 * high} y1="4" y2="4" className="journal-line-range" />
      <line x1={100 * (hits / n) - 0.4} x2={100 * (hits / n) + 0.4} y1="4" y2="4" className="journal-line-dot" />
    </svg>
  );
}

type LearnedProps = { learned: readonly LearnedBar[]; rules: Journal['rules']; mayChange: boolean };

/** Where the firm's own decisions would put the bars. Nothing changes by itself: a button leads to the playbook. */
export function LearnedPart({ learned, rules, mayChange }: LearnedProps) {
  return (
    <Section
      title="What your own decisions say about the bars"
      note="Evenkeel only proposes; a person decides in the playbook. Past decisions stay as they are."
    >
      <ul className="journal-learned">
        {together(learned).map((bar) => (
          <li key={bar.side}>
            <p>{bar.both ? sayBothTooFew(bar) : sayLearned(bar)}</p>
            {bar.state === 'proposal' ? (
              <>
                {mayChange ? (
                  <div>
                    <GoButton to={playbookAt(bar)}>Look at {bar.value} in the playbook</GoButton>
                  </div>
                ) : null}
                <p className="quiet">
                  From the first {bar.n} decisions that were looked back on. Chance of a difference this large if the
                  bar made none: {sayChance(bar.p)}; at this look one is proposed from {sayChance(bar.alarm)} down.
                  Looked at next with {bar.next}.
                </p>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <details className="unfold">
        <summary>What this can’t tell</summary>
        <ul className="list">
          <li>Only people who were chosen are in it: how the others would have done, nobody knows.</li>
          <li>Whoever decided judges the decision, and few like to say that they would not do so again.</li>
          <li>
            It is looked at a few times only, so that over all the years a false proposal stays at most {rules.alarm}{' '}
            likely; what lies between two looks waits for the next.
          </li>
        </ul>
      </details>
    </Section>
  );
}

/** Where both bars wait for more decisions it is said once. */
function together(learned: readonly LearnedBar[]): (LearnedBar & { both: boolean })[] {
  const waits = learned.every((bar) => bar.state === 'too-few' && bar.because === 'decisions');
  return (waits ? learned.slice(0, 1) : learned).map((bar) => ({ ...bar, both: waits }));
}

type Proposal = Extract<LearnedBar, { state: 'proposal' }>;

const sayChance = (p: number) => (p < 0.001 ? 'below 0.001' : String(Number(p.toPrecision(2))));

/** The playbook with the value filled in, for a person to save or leave. */
function playbookAt({ key, value, n, below, above }: Proposal): string {
  const why = `${n} own decisions: below it ${below.good} of ${below.n} turned out well, above it ${above.good} of ${above.n}.`;
  return `/playbook?${new URLSearchParams({ key, value: String(value), why })}`;
}
