import { Section } from '../../web/section.tsx';
import { FAIRNESS_RULES } from './rules.ts';

const RULES = Object.entries(FAIRNESS_RULES).map(([key, rule]) => ({ key, ...rule }));

/** How the tables are read, what they can't tell, and every number they rest on with its source. */
export function Limits() {
  return (
    <Section title="How to read this">
      <ul className="list measure">
        <li>
          The rate of a group is how many of those considered came further. The group with the highest rate is the one
          the others are compared with: half its rate is 0.50.
        </li>
        <li>
          In the drawing the dot is the ratio and the thin line is where it may well lie. The dashed tick is four
          fifths, the full one equal rates. A pale dot: too few to tell.
        </li>
        <li>
          A mark is a reason to look at how the seats were filled, not a proof of unfairness. No mark is no proof of
          fairness either: with few people even a large difference can't be told from chance.
        </li>
        <li>
          With many comparisons one in twenty is marked by chance alone. Everyone counts once in each table, for however
          many seats they were considered.
        </li>
        <li>What it can't see: who was never considered, who left before, and what was said outside Evenkeel.</li>
        <li>
          Our advice never reads groups: the program that computes it has no right to, and a test holds it to that.
        </li>
      </ul>
      <details>
        <summary>The numbers behind it</summary>
        <dl className="fairness-rules">
          {RULES.map(({ key, value, meaning, source }) => (
            <div key={key}>
              <dt>{value}</dt>
              <dd>
                {meaning}{' '}
                <span className="quiet">{source.kind === 'seen' ? source.text : `Assumed: ${source.text}`}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}
