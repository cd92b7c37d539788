import { share } from '../base/units.ts';
import { PLAYBOOK, PLAYBOOK_KEYS, type Playbook, type PlaybookKey } from '../records/playbook/definitions.ts';
import type { PlaybookDefinition } from '../records/playbook/types.ts';
import type { Flip } from '../records/verdicts/types.ts';
import { type Choice, choiceKey } from './choice.ts';
import { type Decision, decideSeat } from './decide.ts';
import type { Flipping } from './flipping.ts';
import { STRENGTH_KEYS } from './strength.ts';

const RINGS = 10;
/** Strengths cost more than answers, so that fewer steps are taken where they change. */
const BISECTIONS = { cheap: 8, costly: 5 };

/**
 * Playbook values whose change within their declared range alters the answer, nearest first: steps of a tenth of the
 * range outwards in both directions, all keys side by side, then bisection to where the answer changes. A change that
 * comes and goes within one step is not seen.
 * @param wanted how many are enough: once there are as many, nothing farther is looked for
 */
export function findPlaybookFlips(flipping: Flipping, wanted: number): Flip[] {
  const keys = relevantKeys(flipping);
  const searching = { ...flipping, before: choiceKey(flipping.choice) };
  const found = new Map<PlaybookKey, Flip>();
  const farthest = () => {
    const efforts = [...found.values()].map((flip) => flip.effort).sort((one, other) => one - other);
    return efforts[wanted - 1] ?? Number.POSITIVE_INFINITY;
  };
  for (let ring = 2; ring <= RINGS && farthest() > (ring - 2) / RINGS; ring += 2) {
    // Costly values take two rings at once, after the cheap ones, which often make the rest of the way needless.
    for (const key of keys.cheap) lookBothWays(searching, key, ring - 1, 1, found, farthest());
    for (const key of keys.cheap) lookBothWays(searching, key, ring, 1, found, farthest());
    for (const key of keys.costly) lookBothWays(searching, key, ring, 2, found, farthest());
  }
  return [...found.values()].sort((one, other) => one.effort - other.effort);
}

type Searching = Flipping & { before: string };

function lookBothWays(
  searching: Searching,
  key: PlaybookKey,
  ring: number,
  rings: number,
  found: Map<PlaybookKey, Flip>,
  within: number,
): void {
  if (found.has(key) || (ring - rings) / RINGS >= within) return;
  const flips = [-1, 1].flatMap((way) => lookAt(searching, key, way, ring, rings, within) ?? []);
  flips.sort((one, other) => one.effort - other.effort);
  if (flips[0]) found.set(key, flips[0]);
}

/** A strength has to be computed anew. */
function isCostly(key: PlaybookKey): boolean {
  return (STRENGTH_KEYS as readonly PlaybookKey[]).includes(key);
}

const READ = /^(demand|gate|order|prior|rating|tickets|breadth|answers|load)\./;
const READ_OF_GROWTH = /^growth\.(levels-per-year|gap-high|hours\.|spans\.hours-per-report)/;

/** Whether any answer can depend on a playbook value; the others are for other screens. */
export function readByAdvice(key: PlaybookKey): boolean {
  return key !== 'answers.next-lead-at' && (READ.test(key) || READ_OF_GROWTH.test(key));
}

function relevantKeys({ about, source, playbook }: Flipping): { cheap: PlaybookKey[]; costly: PlaybookKey[] } {
  const tickets = source.ticketsAt(playbook) !== null || source.outcomesAt(playbook).length > 0;
  const keys = PLAYBOOK_KEYS.filter((key) => {
    if (!readByAdvice(key)) return false;
    // By the others tickets are counted: what they would change is seen only after counting anew.
    if (/^(tickets|breadth)\./.test(key)) return tickets && isCostly(key);
    if (key === 'gate.short') return !about.open;
    if (key.startsWith('growth.') || key === 'order.sure' || key === 'gate.likely') return about.open;
    return true;
  });
  return { cheap: keys.filter((key) => !isCostly(key)), costly: keys.filter(isCostly) };
}

function lookAt(
  searching: Searching,
  key: PlaybookKey,
  way: number,
  ring: number,
  rings: number,
  within: number,
): Flip | null {
  const { low, high }: PlaybookDefinition = PLAYBOOK[key];
  const now = searching.playbook[key];
  const range = high - low;
  const end = way > 0 ? high : low;
  const inner = now + ((way * (ring - rings)) / RINGS) * range;
  if (Math.abs(inner - now) >= Math.abs(end - now)) return null;
  const at = (value: number) => decideAt(searching, { ...searching.playbook, [key]: value }).choice;
  const differs = (value: number) => choiceKey(at(value)) !== searching.before;
  let same = inner;
  let other = clamp(now + ((way * ring) / RINGS) * range, low, high);
  if (!differs(other)) return null;
  const bisections = isCostly(key) ? BISECTIONS.costly : BISECTIONS.cheap;
  for (let step = 0; step < bisections; step++) {
    if (Math.abs(same - now) / range >= within) return null;
    const middle = (same + other) / 2;
    if (differs(middle)) other = middle;
    else same = middle;
  }
  const rounded = clamp(roundOutwards(other, now, PLAYBOOK[key]), low, high);
  const to = differs(rounded) ? rounded : other;
  return describe(searching, key, to, at(to));
}

function decideAt({ about, source }: Flipping, playbook: Playbook): Decision {
  return decideSeat(about, source.at(playbook), playbook);
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

const WHOLE = ['people', 'technicians', 'reports', 'tickets', 'months'];

/** Rounds to a figure that a person would set, away from the present value so that it still changes the answer. */
function roundOutwards(value: number, now: number, { low, high, unit: of }: PlaybookDefinition): number {
  const unit = WHOLE.includes(of) ? 1 : high - low > 4 ? 0.1 : 0.01;
  const steps = value / unit;
  const whole = value > now ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9);
  return Number((whole * unit).toFixed(2));
}

function describe({ playbook, say }: Flipping, key: PlaybookKey, to: number, choice: Choice): Flip {
  const { title, low, high }: PlaybookDefinition = PLAYBOOK[key];
  const now = playbook[key];
  return {
    kind: key === 'tickets.hidden-difficulty' ? 'hidden-difficulty' : 'playbook',
    text: `“${title}” at ${round(to)} instead of ${round(now)}`,
    key,
    personId: null,
    competency: null,
    from: now,
    to,
    effort: share(Math.abs(to - now) / (high - low)),
    wouldSay: say(choice),
  };
}

const round = (value: number) => String(Number(value.toFixed(2)));
