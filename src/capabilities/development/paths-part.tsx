import { Section } from '../../web/section.tsx';
import { levelNumber } from '../../web/words.ts';
import type { Paths } from './contract.ts';

/** Both paths beside each other: the same levels, the same standing; where one is about on each. */
export function PathsPart({ paths }: { paths: Paths }) {
  const { technical, people } = paths.sides;
  return (
    <Section
      title="Two paths, equal"
      note="Each level of the technical path stands beside its equal on the lead path: the same pay, the same say. Titles are suggestions."
    >
      <ul className="list">
        <li>{sayWhere('Knowing the work', technical)}</li>
        <li>{sayWhere('Leading people', people)}</li>
      </ul>
      <section className="table-scroll" aria-label="Both paths, level by level">
        <table className="table plan-paths">
          <caption className="only-heard">Both paths, level by level</caption>
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">Technical path</th>
              <th scope="col">Lead path</th>
            </tr>
          </thead>
          <tbody>
            {paths.levels.map((one) => (
              <tr key={one.level}>
                <th scope="row">{one.level}</th>
                <Cell {...one.technical} here={technical.level === one.level} side="technical" />
                <Cell {...one.lead} here={people.level === one.level} side="people" />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function sayWhere(what: string, { estimate, tooLittle, level }: Paths['sides']['technical']): string {
  if (level === null) return `${what}: ${tooLittle ?? 'not enough evidence yet'}.`;
  return `${what}: about level ${level}, probably ${levelNumber(estimate.low)} to ${levelNumber(estimate.high)}.`;
}

type CellProps = { title: string; does: string; here: boolean; side: 'technical' | 'people' };

function Cell({ title, does, here, side }: CellProps) {
  return (
    <td className={here ? `plan-here plan-here-${side}` : undefined}>
      <strong>{title}</strong>
      {here ? <span className="plan-about">you, about here</span> : null}
      <span className="quiet">{does}</span>
    </td>
  );
}
