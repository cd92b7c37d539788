import { levelNumber } from '../../web/words.ts';
import type { SeatRow } from './contract.ts';

const HALF = 48;
const widthOf = (value: number) => ((Math.min(5, Math.max(1, value)) - 1) / 4) * HALF;

/** What a seat needs as a small two-sided bar: the work to the left, people to the right of the middle line. */
export function NeedBar({ demand }: { demand: SeatRow['demand'] }) {
  const text = `Needs ${levelNumber(demand.technical)} with the work and ${levelNumber(demand.people)} with people, of 5`;
  const left = widthOf(demand.technical);
  return (
    <svg className="need-bar" width={HALF * 2 + 2} height="16" viewBox={`${-HALF - 1} 0 ${HALF * 2 + 2} 16`} role="img">
      <title>{text}</title>
      <rect className="need-bar-fill" x={-left} y="3" width={left + widthOf(demand.people)} height="10" />
      <line className="need-bar-end need-bar-technical" x1={-left} x2={-left} y1="3" y2="13" />
      <line
        className="need-bar-end need-bar-people"
        x1={widthOf(demand.people)}
        x2={widthOf(demand.people)}
        y1="3"
        y2="13"
      />
      <line className="need-bar-middle" x1="0" x2="0" y1="0" y2="16" />
    </svg>
  );
}
