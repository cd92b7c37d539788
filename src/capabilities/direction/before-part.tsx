import { CAME_OF_WORDS, MEASURE_WORDS, sayWanted } from '../../model/direction/words.ts';
import { sayDay, sayMonth } from '../../model/words.ts';
import { dayWord } from '../../web/words.ts';
import type { ShownDirection } from './contract.ts';

/** Aims and targets that are over, and what was typed. */
export function BeforePart({ team }: { team: ShownDirection }) {
  const { aimsBefore, targetsBefore, typed, name } = team;
  if (aimsBefore.length + targetsBefore.length + typed.length === 0) return null;
  return (
    <details className="unfold">
      <summary>
        Before<span className="only-heard">: {name}</span>
      </summary>
      <ul className="list">
        {aimsBefore.map(({ quarter, text, cameOf }) => (
          <li key={quarter}>
            Aim from {dayWord(quarter)}: {text}{' '}
            <span className="quiet">{cameOf ? CAME_OF_WORDS[cameOf] : 'not said'}</span>
          </li>
        ))}
        {targetsBefore.map((target) => (
          <li key={`${target.measure} ${target.fromDay}`}>
            {sayWanted(target)}, {sayDay(target.fromDay)} to {dayWord(target.endedOn)}
          </li>
        ))}
        {typed.map(({ measure, month, value, of }) => (
          <li key={`${measure} ${month}`}>
            {MEASURE_WORDS[measure]} in {sayMonth(month)}, as typed:{' '}
            {measure === 'backlog' ? value : `${Math.round(value * 100)} of 100${of === null ? '' : ` (of ${of})`}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
