/** Made-up tickets that every bench of the models fits: crossed, uneven, the same on every machine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRandom } from '../src/base/random.ts';

/** Columns of equal length. `band`: part of the day, of 6 hours; `success`: 1 or 0; `y`: log minutes. */
export type Tickets = Record<TicketFactor, Int32Array> & { success: Int32Array; y: Float64Array };

type Drawn = 'technician' | 'client' | 'category' | 'priority' | 'hour';
export type TicketFactor = Drawn | 'band';

const SPREAD: Record<Drawn, number> = { technician: 0.3, client: 0.25, category: 0.5, priority: 0.2, hour: 0.1 };
const DRAWN = Object.keys(SPREAD) as Drawn[];
const HOURS_OF_BAND = 6;
/** In the order of the file. */
const INTEGERS = [...DRAWN, 'band', 'success'] as const;

/** `count` tickets; effects are as large on log minutes as on the log odds of success, and independent. */
export function makeTickets(count: number, { technicians = 100, clients = 500 } = {}): Tickets {
  const sizes: Record<Drawn, number> = {
    technician: technicians,
    client: clients,
    category: 30,
    priority: 4,
    hour: 24,
  };
  const random = createRandom(20260101);
  // A source of its own, so that the minutes stay what they were before tickets had an end.
  const ends = createRandom(20260102);
  const draw = (by: typeof random) =>
    DRAWN.map((name) => Float64Array.from({ length: sizes[name] }, () => SPREAD[name] * by.normal()));
  const onMinutes = draw(random);
  const onEnds = draw(ends);
  const levels = DRAWN.map(() => new Int32Array(count));
  const y = new Float64Array(count);
  const success = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    let minutes = 3.5 + random.normal();
    let logOdds = 1;
    for (let f = 0; f < DRAWN.length; f++) {
      // To the power of 1.5, so that some levels are common and some rare, as in real queues.
      const level = Math.floor(sizes[DRAWN[f]!] * random.uniform() ** 1.5);
      levels[f]![i] = level;
      minutes += onMinutes[f]![level]!;
      logOdds += onEnds[f]![level]!;
    }
    y[i] = minutes;
    success[i] = ends.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  }
  const [technician, client, category, priority, hour] = levels as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  return {
    technician,
    client,
    category,
    priority,
    hour,
    band: hour.map((one) => Math.floor(one / HOURS_OF_BAND)),
    success,
    y,
  };
}

/** Column after column: 32-bit integers, then the minutes as doubles, in this machine's byte order; R's readBin reads it. */
export function writeTickets(path: string, tickets: Tickets): void {
  writeFileSync(path, Buffer.concat([...INTEGERS, 'y' as const].map((name) => Buffer.from(tickets[name].buffer))));
}

export function readTickets(path: string): Tickets {
  const bytes = readFileSync(path);
  const count = bytes.length / (4 * INTEGERS.length + 8);
  const column = (from: number, size: number) =>
    bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + from + count * size);
  const integers = INTEGERS.map((name, at) => [name, new Int32Array(column(4 * count * at, 4))] as const);
  return { ...Object.fromEntries(integers), y: new Float64Array(column(4 * count * INTEGERS.length, 8)) } as Tickets;
}
