import { plural } from '../../web/words.ts';
import type { GroupRow } from './compare.ts';
import type { Stage } from './contract.ts';
import { RatioBar } from './ratio-bar.tsx';
import { chanceWord, READING_WORDS, rateWord, ratioWord, STAGE_WORDS, sayTooFew, whyNoTable } from './words.ts';

type GroupTableProps = { attribute: string; stage: Stage };

/** One step for one attribute: each group's rate beside the highest, with what it says in words. */
export function GroupTable({ attribute, stage }: GroupTableProps) {
  const words = STAGE_WORDS[stage.key];
  const why = whyNoTable(stage);
  return (
    <div className="stack">
      <h3>{words.title}</h3>
      {why ? <p className="quiet measure">{why}</p> : <Rows attribute={attribute} stage={stage} />}
    </div>
  );
}

function Rows({ attribute, stage }: GroupTableProps) {
  const { past } = STAGE_WORDS[stage.key];
  const caption = `${attribute}: ${stage.chosen} of ${plural(stage.considered, 'person', 'people')} considered were ${past}${stage.notGiven > 0 ? `; of ${stage.notGiven} of them no group is known` : ''}`;
  return (
    <>
      <p className="quiet">{caption}.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={caption}>
        <table className="table fairness-table">
          <caption className="only-heard">{caption}.</caption>
          <thead>
            <tr>
              <th scope="col">Group, and what it says</th>
              <th scope="col" className="numeric">
                Considered
              </th>
              <th scope="col" className="numeric">
                {past === 'named' ? 'Named' : 'Chosen'}
              </th>
              <th scope="col" className="numeric">
                Rate
              </th>
              <th scope="col">Part of the highest rate, and where it may lie</th>
              <th scope="col">Chance alone does as much</th>
            </tr>
          </thead>
          <tbody>
            {stage.groups.map((row) => (
              <Row key={row.name} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ row }: { row: GroupRow }) {
  const { name, size, chosen, rate, ratio, p, reading, tooFew } = row;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={reading === 'fewer' ? 'fairness-said fairness-fewer' : 'fairness-said'}>
          {tooFew ? sayTooFew(tooFew) : READING_WORDS[reading]}
        </span>
      </th>
      <td className="numeric">{size}</td>
      <td className="numeric">{chosen}</td>
      <td className="numeric">{rateWord(rate)}</td>
      <td>
        {ratio ? (
          <span className="fairness-ratio">
            <RatioBar name={name} ratio={ratio} pale={reading === 'too-few'} />
            <span className="nowrap">
              {ratioWord(ratio.value)}{' '}
              <span className="quiet">({`${ratioWord(ratio.low)} to ${ratioWord(ratio.high)}`})</span>
            </span>
          </span>
        ) : (
          <span className="quiet">–</span>
        )}
      </td>
      <td className="nowrap">{p === null ? <span className="quiet">–</span> : chanceWord(p)}</td>
    </tr>
  );
}
