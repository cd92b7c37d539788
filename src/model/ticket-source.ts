import type { OutcomeEvidence, TicketEvidence } from '../records/evidence/types.ts';
import type { PersonId } from '../records/people/types.ts';
import type { Playbook, PlaybookKey } from '../records/playbook/definitions.ts';
import { type OutcomeReadings, readOutcomes } from './outcome-readings.ts';
import { layUnknowns, type SharedUnknowns } from './shared-state.ts';
import { readTickets, type TicketReadings, widenByHiddenDifficulty } from './ticket-readings.ts';

/** Playbook values that readings of tickets depend on. */
export const TICKET_KEYS = [
  'tickets.origin-variance',
  'tickets.need',
  'tickets.hidden-difficulty',
  'tickets.satisfaction-spread',
  'tickets.usual-difference',
  'tickets.given-spread',
] as const satisfies readonly PlaybookKey[];

/** What tickets say, and what may say it. */
type TicketInput = { effects: TicketEvidence | null; outcomes?: readonly OutcomeEvidence[] };

/** What tickets say of people under any playbook, remembered. */
type TicketSource = {
  /** Before hidden difficulty; null: none count. */
  ticketsAt(playbook: Playbook): TicketReadings | null;
  outcomesAt(playbook: Playbook): OutcomeReadings[];
  /** The minutes with hidden difficulty, and the unknowns that all readings share. */
  toldAt(playbook: Playbook): { widened: TicketReadings | null; unknowns: SharedUnknowns };
  /** A value as it bears on these tickets: the same for two playbooks between which no reading changes. */
  bearing(playbook: Playbook, key: PlaybookKey): number;
};

/** Reads tickets for whoever is known. */
export function createTicketSource(input: TicketInput, known: ReadonlySet<PersonId>): TicketSource {
  const enoughAt = countEnough(input);
  const ticketsAt = remember(enoughAt, (playbook) => readTickets(input.effects, known, playbook['tickets.need']));
  const bearing = (playbook: Playbook, key: PlaybookKey) => {
    if (key === 'tickets.need') return enoughAt(playbook);
    // Where minutes tell what a level is worth, nothing is assumed of it.
    if (key === 'tickets.usual-difference' && ticketsAt(playbook)) return 0;
    return playbook[key];
  };
  const keyAt = (playbook: Playbook) => TICKET_KEYS.map((key) => bearing(playbook, key)).join(' ');
  const outcomesAt = remember(keyAt, (playbook) =>
    readOutcomes(input.outcomes ?? [], known, ticketsAt(playbook)?.logMinutesPerLevel ?? null, playbook),
  );
  const toldAt = remember(keyAt, (playbook) => {
    const plain = ticketsAt(playbook);
    const hidden = playbook['tickets.hidden-difficulty'];
    const widened = plain && widenByHiddenDifficulty(plain, hidden / plain.logMinutesPerLevel);
    return { widened, unknowns: layUnknowns(widened, outcomesAt(playbook), playbook) };
  });
  return { ticketsAt, outcomesAt, toldAt, bearing };
}

/** How many fits of people have the tickets that a playbook asks for: as many at two values are the same ones. */
function countEnough({ effects, outcomes = [] }: TicketInput): (playbook: Playbook) => number {
  const fitted = [effects, ...outcomes].flatMap((one) => (one?.status === 'fitted' ? one.effects.tickets : []));
  const count = remember(
    (need: number) => need,
    (need) => fitted.filter((tickets) => tickets >= need).length,
  );
  return (playbook) => count(playbook['tickets.need']);
}

/** Computes each value when it is first asked for. */
function remember<In, Out>(keyOf: (input: In) => string | number, make: (input: In) => Out): (input: In) => Out {
  const made = new Map<string | number, Out>();
  return (input) => {
    const key = keyOf(input);
    if (!made.has(key)) made.set(key, make(input));
    return made.get(key)!;
  };
}
