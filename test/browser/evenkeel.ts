import type { Page } from 'playwright-core';
import { type Running, serve } from '../../src/start.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** An Evenkeel of its own on a fresh database, and how to stop it. */
export type TestEvenkeel = { test: TestDatabase; running: Running; origin: string; close(): Promise<void> };

export async function startEvenkeel(): Promise<TestEvenkeel> {
  const test = await createTestDatabase();
  const running = await serve(test.database, { port: 0, log: () => undefined });
  return {
    test,
    running,
    origin: new URL(running.address).origin,
    close: async () => {
      await running.close();
      await test.close();
    },
  };
}

/** Signs a page in as a new user would: by opening the address that was printed. */
export async function signIn(page: Page, { running }: TestEvenkeel): Promise<void> {
  await page.goto(running.address);
  await page.waitForLoadState('networkidle');
}
