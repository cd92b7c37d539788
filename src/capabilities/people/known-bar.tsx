import type { ReactNode } from 'react';
import { IntervalBar } from '../../web/charts/interval.tsx';
import { Door } from '../../web/door.tsx';
import { levelNumber } from '../../web/words.ts';
import type { Known } from './contract.ts';
import { evidenceWord } from './known.ts';

type KnownBarProps = {
  side: 'technical' | 'people';
  known: Known;
  /** What the number opens: `strength/12/people`; null: the evidence isn't the reader's to open. */
  door: string | null;
  /** Whose and what, for those who hear the picture: "Priya, leads people". */
  label: string;
  named?: boolean;
};

/** One side or one competency of a person: the bar, the number as a door, and how much evidence there is. */
export function KnownBar({ side, known, door, label, named }: KnownBarProps) {
  const { estimate, tooLittle } = known;
  return (
    <div className="people-known">
      <IntervalBar side={side} estimate={tooLittle === null ? estimate : null} label={label} named={named} />
      <p className="people-known-words">
        {tooLittle === null ? (
          <>
            <Said door={door} label={`${label}: about ${levelNumber(estimate.mean)}; open the evidence`}>
              about {levelNumber(estimate.mean)}
            </Said>
            <span className="quiet"> · {evidenceWord(known.evidence)}</span>
          </>
        ) : (
          <Said door={door} label={`${label}: ${tooLittle}; open the evidence`}>
            <span className="quiet">{tooLittle}</span>
          </Said>
        )}
      </p>
    </div>
  );
}

type SaidProps = { door: string | null; label: string; children: ReactNode };

/** A door where there is one to open; else only the words. */
function Said({ door, label, children }: SaidProps) {
  if (door === null) return children;
  return (
    <Door to={door} label={label}>
      {children}
    </Door>
  );
}
