import type { PersonId, SeatId } from '../records/people/types.ts';
import type { Answer, Estimate, GateStatus, SideStanding, Verdict } from '../records/verdicts/types.ts';
import type { Side } from '../records/voice/types.ts';
import { type AdviceInput, advise } from './advice.ts';
import { choiceKey } from './choice.ts';

const KEY = 'tickets.hidden-difficulty';

/** A side as it stands at one value: the estimate with its 80% interval; null where nothing is known. */
type SideAt = { estimate: Pick<Estimate, 'mean' | 'low' | 'high'> | null; status: GateStatus };

/** Our advice for a seat at one value of hidden difficulty (SD of log minutes between people). */
export type DifficultyStep = {
  value: number;
  answer: Answer['kind'];
  /** The advice in its shortest form. */
  sentence: string;
  /** named: our advice speaks of them then. */
  candidates: ({ personId: PersonId; name: string; named: boolean } & Record<Side, SideAt>)[];
};

/** The nearest value, in hundredths, at which the advice is another one. */
export type DifficultyFlip = { value: number; answer: Answer['kind']; sentence: string };

export type AcrossHiddenDifficulty = {
  /** The value in force. */
  now: number;
  /** Whether tickets say anything here; where they don't, no value changes anything. */
  restsOnTickets: boolean;
  /** One for each value asked for, in its order. */
  steps: DifficultyStep[];
  /** Going up from the value in force, and going down; null: nothing to the end of the range changes the advice. */
  above: DifficultyFlip | null;
  below: DifficultyFlip | null;
  /** Where the advice changes and to what, or that nothing changes it. */
  text: string;
};

/**
 * Our advice for one seat as it would be if tickets hid more, or less, difficulty than the playbook assumes: at each value
 * of `grid` (hundredths, rising, within the declared range), and where on the way the answer or who is named becomes another. Between
 * two values of the grid the change is found by bisection to a hundredth; one that comes and goes between them isn't seen.
 * The rule of 3-science section 1: hidden difficulty is the largest threat to what tickets say, so its size is for whoever
 * decides to suppose. Undefined: no such seat.
 */
export function acrossHiddenDifficulty(
  input: AdviceInput,
  seatId: SeatId,
  grid: readonly number[],
): AcrossHiddenDifficulty | undefined {
  const at = createAdviser(input, seatId);
  const now = input.playbook[KEY];
  const present = at(now);
  if (present === undefined) return undefined;
  const looking = { at: (value: number) => at(value)!, same: choiceKey(present.answer) };
  const above = findFlip(looking, [now, ...grid.filter((value) => value > now)]);
  const below = findFlip(looking, [now, ...grid.filter((value) => value < now).reverse()]);
  return {
    now,
    restsOnTickets: present.evidence.tickets > 0,
    steps: grid.map((value) => describe(value, at(value)!)),
    above,
    below,
    text: sayFlips(above, below),
  };
}

/** Our advice at a value, each made once. */
function createAdviser(input: AdviceInput, seatId: SeatId): (value: number) => Verdict | undefined {
  const made = new Map<number, Verdict | undefined>();
  return (value) => {
    if (!made.has(value)) {
      const playbook = { ...input.playbook, [KEY]: value };
      made.set(value, advise({ ...input, playbook }, { seatId, flips: false })[0]);
    }
    return made.get(value);
  };
}

type Looking = { at: (value: number) => Verdict; same: string };

/** Goes from the first of these values outwards to the first at which the advice is another one, then back by halves. */
function findFlip({ at, same }: Looking, way: readonly number[]): DifficultyFlip | null {
  const differs = (value: number) => choiceKey(at(value).answer) !== same;
  const found = way.findIndex((value, place) => place > 0 && differs(value));
  if (found < 0) return null;
  // In hundredths, so that the value found can be set as it is said; of a finer value in force the one before it.
  let inner = Math[way[found]! > way[0]! ? 'floor' : 'ceil'](hundreds(way[found - 1]!));
  let outer = Math.round(hundreds(way[found]!));
  while (Math.abs(outer - inner) > 1) {
    const middle = Math.trunc((inner + outer) / 2);
    if (differs(middle / 100)) outer = middle;
    else inner = middle;
  }
  const value = outer / 100;
  const { answer, short } = at(value);
  return { value, answer: answer.kind, sentence: short };
}

/** Rid of what binary fractions add: .35 · 100 is not 35. */
const hundreds = (value: number) => Number((value * 100).toFixed(6));

function describe(value: number, { answer, short, candidates }: Verdict): DifficultyStep {
  return {
    value,
    answer: answer.kind,
    sentence: short,
    candidates: candidates.map(({ personId, name, role, technical, people }) => ({
      personId,
      name,
      named: role !== null,
      technical: describeSide(technical),
      people: describeSide(people),
    })),
  };
}

const describeSide = ({ estimate: { mean, low, high }, evidence, status }: SideStanding): SideAt => ({
  estimate: evidence > 0 ? { mean, low, high } : null,
  status,
});

function sayFlips(above: DifficultyFlip | null, below: DifficultyFlip | null): string {
  const up = above && `From ${above.value} on the advice would be: ${above.sentence}`;
  const down = below && `At ${below.value} and below it would be: ${below.sentence}`;
  return [up ?? 'Nothing up to 1.0 changes this advice.', down].filter((one) => one !== null).join(' ');
}
