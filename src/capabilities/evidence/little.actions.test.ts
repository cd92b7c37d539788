import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn, testSecrets } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createRandom } from '../../base/random.ts';
import { systemClock } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import { PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';
import { importFile } from '../data/actions.ts';
import { findPeople } from '../people/actions.ts';
import { findSeat, findSeats } from '../seats/actions.ts';
import { findPanel } from './actions.ts';
import type { Panel } from './contract.ts';
import { refit } from './refit.actions.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const HEADER =
  'ticket,opened,resolved,assignee,team,client,category,priority,minutes,satisfaction,status,reopened,resolved by';
type Row = {
  who: string;
  client?: string;
  area?: string;
  minutes?: number | '';
  at?: [string, string];
  by?: string;
  said?: number;
};
const random = createRandom(3);

function csv(rows: readonly Row[]): string {
  const lines = rows.map(({ who, client = 'Acme', area = 'Mail', minutes, at, by = who, said }, i) => {
    const day = `2026-0${1 + (i % 6)}-${String(1 + (i % 28)).padStart(2, '0')}`;
    const [opened, resolved] = at ?? [`${day} 09:00`, `${day} 15:00`];
    const took = minutes ?? Math.round(20 * Math.exp(0.5 * random.normal()));
    return [
      `T-${i}`,
      opened,
      resolved,
      who,
      'Desk',
      client,
      area,
      1 + random.integer(4),
      took,
      said ?? 3 + random.integer(3),
      'Resolved',
      random.integer(7) === 0 ? 1 : 0,
      by,
    ];
  });
  return [HEADER, ...lines.map((line) => line.join(','))].join('\n');
}

/** A firm whose tickets came through the real import, fitted as after every import. */
async function bring(tickets: string, people = ''): Promise<number> {
  const { orgId } = await createFirm(test.database);
  const files = [
    ...(people === '' ? [] : [{ kind: 'people' as const, text: people }]),
    { kind: 'tickets' as const, text: tickets },
  ];
  for (const { kind, text } of files)
    await importFile({
      ...{ database: test.database, orgId, actor: 'test', now: systemClock, secrets: testSecrets, kind },
      log: () => undefined,
      source: (async function* () {
        yield Buffer.from(text);
      })(),
      fileName: `${kind}.csv`,
      hooks: { refit },
    });
  return orgId;
}

type Everything = { panels: Panel[]; rest: unknown[]; situation: Situation; advice: string[] };

/** Opens every panel of everybody, the lists, and our advice for every seat. */
async function openEverything(ctx: FirmContext): Promise<Everything> {
  const situation = await situationOf(ctx);
  const { people, seats } = situation.structure;
  const refs = [
    ...people.flatMap(({ personId }) => [
      ...['technical', 'people'].map((side) => `strength/${personId}/${side}`),
      ...[...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES].map((one) => `competency/${personId}/${one}`),
      ...['minutes', 'kept', 'lasted', 'satisfied'].map((part) => `parts/${personId}/${part}`),
      `tickets/${personId}`,
    ]),
    ...seats.flatMap(({ seatId }) => [`demand/${seatId}/technical`, `demand/${seatId}/people`, `distance/${seatId}`]),
  ];
  const panels: Panel[] = [];
  for (const ref of refs) panels.push(await findPanel(ctx, { ref, offset: 0 }));
  const ticket = panels.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.map(({ door }) => door)));
  const first = ticket.find((door) => typeof door === 'string' && door.startsWith('ticket/'));
  if (first) panels.push(await findPanel(ctx, { ref: String(first), offset: 0 }));
  const list = await findSeats(ctx);
  const rest: unknown[] = [await findPeople(ctx), list];
  for (const { seatId } of seats) rest.push(await findSeat(ctx, { seatId }));
  return { panels, rest, situation, advice: list.seats.map(({ answerKind }) => answerKind) };
}

const look = (orgId: number) =>
  test.database.transact({ orgId, actor: 'test', standing: 'operator' }, (db) =>
    openEverything(contextIn(db, orgId, { standing: 'operator' })),
  );

/** Numbers that are none, wherever they stand; JSON would make them null, and texts would say them. */
function holesIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value === 'string') return /\b(NaN|Infinity|undefined|null)\b/.test(value) ? [`${path}: ${value}`] : [];
  if (value instanceof Map || value instanceof Set) return holesIn([...value], path);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => holesIn(one, `${path}/${key}`));
}

const people = (names: string[]) =>
  ['name,title,reports to', 'Lea,Helpdesk Lead,', ...names.map((name) => `${name},Technician,Lea`)].join('\n');
const of = (count: number, row: (i: number) => Row) => Array.from({ length: count }, (_, i) => row(i));

/** `silent`: whose tickets, and which outcomes of them, can't tell anything. `vague`: of which competencies they tell next to nothing. */
type LittleFirm = {
  bring: () => Promise<number>;
  silent: Partial<Record<string, readonly string[]>>;
  vague?: string[];
};
const PARTS = ['minutes', 'kept', 'lasted', 'satisfied'];
const READS: Record<string, string> = {
  minutes: 'resolving',
  kept: 'depth',
  lasted: 'durability',
  satisfied: 'communication',
};

const FIRMS: Record<string, LittleFirm> = {
  'three people, forty tickets, one client': {
    bring: () => bring(csv(of(40, (i) => ({ who: ['Lea', 'Ann', 'Ben'][i % 3]! }))), people(['Ann', 'Ben'])),
    silent: { Lea: PARTS, Ann: PARTS, Ben: PARTS },
  },
  'two technicians who share no work, one of them twice as quick': {
    bring: () => {
      const work = (i: number) => ({ client: `Client ${(i % 2) * 10 + (i % 10)}`, area: `Area ${i % 2}` });
      const rows = of(120, (i) => ({ who: i % 2 ? 'Ann' : 'Ben', minutes: 20 + 30 * (i % 2) + (i % 7), ...work(i) }));
      return bring(csv(rows), people(['Ann', 'Ben']));
    },
    silent: { Ann: PARTS, Ben: PARTS },
  },
  'a technician without a ticket among others': {
    bring: () => {
      const row = (i: number) => ({ who: ['Ann', 'Ben', 'Cy'][i % 3]!, client: `C${i % 8}` });
      return bring(
        csv(of(240, (i) => (i % 11 ? row(i) : { ...row(i), by: 'Ben' }))),
        people(['Ann', 'Ben', 'Cy', 'Zed']),
      );
    },
    silent: { Zed: PARTS, Lea: PARTS },
  },
  'one and the same moment for everything': {
    bring: () => {
      const at: [string, string] = ['2026-03-02 10:00', '2026-03-02 10:00'];
      return bring(csv(of(150, (i) => ({ who: ['Ann', 'Ben', 'Cy'][i % 3]!, minutes: '', at }))));
    },
    silent: { Ann: ['minutes', 'kept'], Ben: ['minutes', 'kept'], Cy: ['minutes', 'kept'] },
  },
  'tickets alone, of one person': { bring: () => bring(csv(of(60, () => ({ who: 'Ann' })))), silent: { Ann: PARTS } },
  'clients who always say the same of each': {
    bring: () => bring(csv(of(150, (i) => ({ who: ['Ann', 'Ben', 'Cy'][i % 3]!, said: i % 3 ? 5 : 1 })))),
    silent: {},
    vague: ['communication'],
  },
};

describe.each(Object.keys(FIRMS))('a firm of %s', (name) => {
  let all: Everything;
  beforeAll(async () => {
    all = await look(await FIRMS[name]!.bring());
  });

  it('shows no number that is none, anywhere', () => {
    expect(holesIn(all.panels)).toEqual([]);
    expect(holesIn(all.rest)).toEqual([]);
    expect(all.panels.length).toBeGreaterThan(15);
  });

  it('claims nothing from tickets that are too few to compare, and says what there is and what is needed', () => {
    const panel = (ref: string) => all.panels.find((one) => one.ref === ref)!;
    for (const [who, parts] of Object.entries(FIRMS[name]!.silent)) {
      const { personId } = all.situation.structure.people.find((one) => one.name === who)!;
      for (const part of parts!) {
        const apart = panel(`parts/${personId}/${part}`);
        expect([who, part, apart.sentence]).toEqual([
          who,
          part,
          expect.stringMatching(/^Not enough evidence yet: \d+ of \d+ .+\. So nothing is taken apart here\.$/),
        ]);
        expect([apart.parts, apart.tables]).toEqual([null, []]);
        const { estimate, sources } = panel(`competency/${personId}/${READS[part]}`);
        expect([who, part, estimate!.mean]).toEqual([who, part, expect.closeTo(3, 6)]);
        expect(estimate!.sd).toBeGreaterThan(0.99);
        expect(sources.join(' ')).not.toMatch(/\d+ (tickets|answers of clients)/);
      }
    }
  });

  it('leaves people where they were by a difference that has no size', () => {
    const { vague = [] } = FIRMS[name]!;
    for (const { ref, estimate } of all.panels)
      if (vague.some((competency) => ref.endsWith(`/${competency}`))) expect(estimate!.sd).toBeGreaterThan(0.9);
  });

  it('names nobody for a seat from so little', () => {
    for (const kind of all.advice) expect(['not-enough-evidence', 'leave-open', 'keep']).toContain(kind);
  });
});
