import { share } from '../base/units.ts';
import { PLAYBOOK, PLAYBOOK_KEYS, type Playbook, type PlaybookKey } from '../records/playbook/definitions.ts';
import type { PlaybookDefinition } from '../records/playbook/types.ts';
import type { Flip } from '../records/verdicts/types.ts';
import { type Choice, choiceKey } from './choice.ts';
import { type Decision, decideSeat } from './decide.ts';
import type { Flipping } from './flipping.ts';
import { STRENGTH_KEYS } from './strength.ts';

const RINGS = 10;
const BISECTIONS = 8;
/** Enough to choose three from. */
const WANTED = 3;

/**
 * Playbook values whose change within their declared range alters the answer, nearest first: steps of a tenth of the
 * range outwards in both directions, all keys side by side, then bisection to where the answer changes. A change that
 * comes and goes within one step is not seen.
 */
export function findPlaybookFlips(flipping: Flipping): Flip[] {
  const keys = relevantKeys(flipping);
  const before = choiceKey(flipping.choice);
  const found = new Map<PlaybookKey, Flip>();
  for (let ring = 1; ring <= RINGS; ring++) {
    for (const key of keys) {
      if (found.has(key) || (isCostly(key) && ring % 2 === 1)) continue;
      const flip = nearest(
        [-1, 1].flatMap(
          (direction) => lookAt(flipping, key, (direction * ring) / RINGS, isCostly(key) ? 2 : 1, before) ?? [],
        ),
      );
      if (flip) found.set(key, flip);
    }
    // Costly values are looked at on even rings only, so that one behind must not be overtaken.
    if (ring % 2 === 0 && found.size >= WANTED) break;
  }
  return [...found.values()].sort((one, other) => one.effort - other.effort);
}

function nearest(flips: readonly Flip[]): Flip | null {
  return flips.reduce<Flip | null>((best, one) => (!best || one.effort < best.effort ? one : best), null);
}

/** A strength has to be computed anew. */
function isCostly(key: PlaybookKey): boolean {
  return (STRENGTH_KEYS as readonly PlaybookKey[]).includes(key);
}

function relevantKeys({ about, source, playbook }: Flipping): PlaybookKey[] {
  const tickets = source.ticketsAt(playbook) !== null;
  return PLAYBOOK_KEYS.filter((key) => {
    if (key === 'tickets.day-starts' || key === 'tickets.day-ends' || key === 'answers.next-lead-at') return false;
    if (key.startsWith('tickets.')) return tickets;
    if (key === 'gate.short') return !about.open;
    if (key.startsWith('growth.') || key === 'order.sure' || key === 'gate.likely') return about.open;
    return true;
  });
}

function lookAt(flipping: Flipping, key: PlaybookKey, by: number, rings: number, before: string): Flip | null {
  const { low, high }: PlaybookDefinition = PLAYBOOK[key];
  const now = flipping.playbook[key];
  const range = high - low;
  const far = clamp(now + by * range, low, high);
  const inner = now + (by - (Math.sign(by) * rings) / RINGS) * range;
  if (far === now || Math.abs(inner - now) >= Math.abs((by > 0 ? high : low) - now)) return null;
  const at = (value: number) => decideAt(flipping, { ...flipping.playbook, [key]: value });
  if (choiceKey(at(far).choice) === before) return null;
  let same = inner;
  let other = far;
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (same + other) / 2;
    if (choiceKey(at(middle).choice) === before) same = middle;
    else other = middle;
  }
  const rounded = clamp(roundOutwards(other, now, PLAYBOOK[key]), low, high);
  const to = choiceKey(at(rounded).choice) === before ? other : rounded;
  return describe(flipping, key, to, at(to).choice);
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
