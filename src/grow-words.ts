import { sayMonth } from './base/month.ts';
import { POLICY_WORDS } from './capabilities/scenarios/policy-words.ts';
import type { Look, ShownMarker } from './model/growth/look.ts';
import type { Policy } from './records/growth/types.ts';

/** What looking ahead found, and what it was looked at from. */
export type Found = {
  look: Look;
  /** null: of no firm that is kept here. */
  firm: string | null;
  /** kept: people and seats of a firm; told: numbers of the command; from-plan: technicians as its first month takes. */
  basis: 'kept' | 'told' | 'from-plan';
  technicians: number;
  leads: number;
  policy: Policy;
  /** What is unusual in the plan, with its line. */
  notes: string[];
};

/** For programs; docs/methods/growth.md says what every field is. */
export function jsonOf({ look, policy, firm: name, basis, technicians, leads, notes }: Found): string {
  const { ofRuns: _, headline, ...rest } = look;
  const firm = { name, basis, technicians, leads };
  return JSON.stringify({ headline, notes, firm, policy, ...rest, markers: look.markers.map(withoutSeat) }, null, 1);
}

function withoutSeat({ maySeat: _, ...marker }: ShownMarker) {
  return marker;
}

const BASIS: Record<Found['basis'], (found: Found) => string> = {
  kept: ({ firm, technicians, leads }) => `${firm}: ${technicians} technicians, ${leads} who lead them.`,
  told: ({ technicians, leads }) =>
    `A firm of ${technicians} technicians and ${leads} who lead them, of whom nothing else is known.`,
  'from-plan': ({ technicians, leads }) =>
    `No firm is kept here: ${technicians} technicians, as the plan's first month takes them, and ${leads} who lead them. Say --technicians, or --firm where there is one.`,
};

/** For people: the sentence, what growth brings, and technicians by half-years. */
export function pageOf(found: Found): string {
  const { look, policy } = found;
  const markers = look.markers.filter(({ state }) => state === 'due' || state === 'overdue');
  const every = Math.max(1, Math.ceil(look.months.length / 7));
  const months = look.months.map((month, at) => ({ month, at })).filter(({ at }) => at % every === 0);
  const range = ({ low, middle, high }: Look['needed'], at: number) =>
    `${Math.round(middle[at]!)} (${Math.round(low[at]!)}–${Math.round(high[at]!)})`;
  return [
    look.headline.sentence,
    ...found.notes.map((note) => `Note: ${note}`),
    '',
    BASIS[found.basis](found),
    `When a lead is due: ${POLICY_WORDS[policy].name.toLowerCase()}. ${look.runs.toLocaleString('en')} futures.`,
    ...markers.flatMap((one) => [
      '',
      `${one.name}: ${sayWhen(one)}. ${one.trigger}`,
      ...(one.sentence ? [`  ${one.sentence}`] : []),
    ]),
    '',
    'Technicians needed, and there (in brackets: 80 of 100 futures)',
    ...months.map(({ month, at }) => `  ${month}  ${range(look.needed, at).padEnd(14)} ${range(look.available, at)}`),
  ].join('\n');
}

function sayWhen({ state, due, early, late }: ShownMarker): string {
  if (state === 'overdue') return `due since ${sayMonth(due!)}`;
  const until = late ? `${sayMonth(late)}` : 'after the plan ends';
  return `${sayMonth(due!)}${early && early !== late ? `, from ${sayMonth(early)} to ${until}` : ''}`;
}
