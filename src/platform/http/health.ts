import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../base/errors.ts';
import type { Database } from '../db/connect.ts';

/** For whatever watches over the program: whether it and its database answer, and nothing else. */
export function addHealth(app: FastifyInstance, database: Database): void {
  app.get('/api/health', async () => {
    try {
      await database.transactAsInstall('health', async () => undefined);
    } catch (cause) {
      throw new Refusal('unavailable', "The database doesn't answer.", {}, cause);
    }
    return { ok: true };
  });
}
