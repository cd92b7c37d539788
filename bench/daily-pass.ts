/**
 * The cards of a day for a firm of 45 technicians with two years of tickets, on the embedded database; and how long Today
 * takes to open in a window of a phone's size.
 */
import type { Page } from 'playwright-core';
import { systemClock } from '../src/base/time.ts';
import { refit } from '../src/capabilities/evidence/refit.actions.ts';
import { passToday } from '../src/capabilities/today/pass.actions.ts';
import { addFirm } from '../src/capabilities/welcome/actions.ts';
import { fillWithWorld } from '../src/capabilities/welcome/sample.actions.ts';
import { STORY_DAY } from '../src/model/world/cast.ts';
import { generateWorld } from '../src/model/world/generate-world.ts';
import { NORTHLINE, NORTHLINE_SEED } from '../src/model/world/northline.ts';
import { SERVER_HOLDER } from '../src/platform/sign-in/actions.ts';
import { openBrowser } from '../test/browser/browser.ts';
import { startEvenkeel, type TestEvenkeel } from '../test/browser/evenkeel.ts';
import { contextIn, testSecrets } from '../test/support/context.ts';
import { median, seconds } from './measure.ts';

export type DailyPassBench = {
  tickets: number;
  people: number;
  cards: number;
  /** Right after the tickets came, with everybody's weeks to count. */
  firstSeconds: number;
  passSeconds: number;
  openSeconds: number;
};

const RUNS = 5;
const PHONE = { width: 390, height: 844 };
const engine = { actor: 'bench', standing: 'engine' } as const;

export async function benchDailyPass(): Promise<DailyPassBench> {
  const evenkeel = await startEvenkeel();
  try {
    const { orgId, people, tickets } = await makeLargeFirm(evenkeel);
    const { database } = evenkeel.test;
    const pass = () =>
      database.transact({ orgId, ...engine }, (db) => passToday(contextIn(db, orgId, engine), STORY_DAY));
    const firstSeconds = await seconds(pass);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      await forgetDay(evenkeel, orgId);
      times.push(await seconds(pass));
    }
    const cards = await database.transact({ orgId, ...engine }, (db) =>
      db.selectFrom('card').select('card_id').execute(),
    );
    const openSeconds = await openOnPhone(evenkeel);
    return { tickets, people, cards: cards.length, firstSeconds, passSeconds: median(times), openSeconds };
  } finally {
    await evenkeel.close();
  }
}

/** Northline with twice its days and tickets. */
async function makeLargeFirm({ test: { database } }: TestEvenkeel) {
  const world = generateWorld(
    { ...NORTHLINE, days: 2 * NORTHLINE.days, tickets: 2 * NORTHLINE.tickets },
    NORTHLINE_SEED,
  );
  const context = { database, actor: SERVER_HOLDER, now: systemClock, log: () => undefined, secrets: testSecrets };
  const orgId = await addFirm(
    context,
    { name: 'Northline', sample: 'northline', storyDay: STORY_DAY },
    async (inside) => {
      await fillWithWorld(inside.db, world, 'northline');
      await refit(inside);
    },
  );
  return { orgId, people: world.plan.people.length, tickets: world.tickets.length };
}

async function forgetDay({ test: { database } }: TestEvenkeel, orgId: number): Promise<void> {
  await database.transact({ orgId, ...engine }, async (db) => {
    await db.deleteFrom('card').execute();
    await db.deleteFrom('card_pass').execute();
  });
}

/** From the address to the first card that can be read, in a browser that has not been here before. */
async function openOnPhone({ running, origin }: TestEvenkeel): Promise<number> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: PHONE });
    await page.goto(running.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push(await seconds(() => openToday(page, origin)));
    return median(times);
  } finally {
    await browser.close();
  }
}

async function openToday(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/today`);
  await page.locator('.today-card h3').first().waitFor();
}
