/** How long every read of the API takes in one firm, as whoever holds the server asks. */
import { allRoutes } from '../src/routes.ts';
import { median, quantile } from './measure.ts';

/** One read's times; the path with N in the place of numbers. */
export type ReadTime = { path: string; medianMs: number; p95Ms: number };

/** Asks a path and gives what it answered. */
export type Ask = (path: string) => Promise<unknown>;

/** `left`: operations that need somebody of the firm, or a subject that it doesn't have. */
export type AllReads = { times: ReadTime[]; left: string[] };

/** Times `ask`, one after another. */
export async function timeRead(ask: Ask, path: string, times: number): Promise<ReadTime> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await ask(path);
    taken.push(performance.now() - start);
  }
  return { path: path.replace(/\d+/g, 'N'), medianMs: median(taken), p95Ms: quantile(taken, 0.95) };
}

/** Every operation that only reads, so many times each, the slowest first; of seats, which differ most, every one. */
export async function timeAllReads(ask: Ask, times: number): Promise<AllReads> {
  const subjects = await findSubjects(ask);
  const all: ReadTime[] = [];
  const left: string[] = [];
  for (const { operation } of allRoutes) {
    if (operation.method !== 'GET') continue;
    const plain = operation.input.safeParse({}).success;
    const paths = plain ? [operation.path] : (subjects[operation.id] ?? []);
    const timed: ReadTime[] = [];
    for (const path of paths) if (await answers(ask, path)) timed.push(await timeRead(ask, path, times));
    timed.sort(slowestFirst);
    if (timed[0]) all.push(timed[0]);
    else left.push(operation.id);
  }
  return { times: all.sort(slowestFirst), left };
}

const slowestFirst = (one: ReadTime, other: ReadTime) => other.p95Ms - one.p95Ms;

/** Also the first time of each, which is not counted: what is made only once is made here. */
const answers = (ask: Ask, path: string) =>
  ask(path).then(
    () => true,
    () => false,
  );

/** Addresses of the reads that are about something. */
async function findSubjects(ask: Ask): Promise<Record<string, string[]>> {
  const { seats } = (await ask('/api/seats')) as { seats: { seat: { seatId: number } }[] };
  const { people } = (await ask('/api/people')) as { people: { personId: number }[] };
  const { scenarios } = (await ask('/api/growth')) as { scenarios: { scenarioId: number }[] };
  const [one, other] = scenarios.map(({ scenarioId }) => scenarioId);
  const ids = seats.map(({ seat }) => seat.seatId);
  const { personId } = people[5]!;
  return {
    readSeat: ids.map((id) => `/api/seats/${id}`),
    readHiddenDifficulty: ids.map((id) => `/api/seats/${id}/hidden-difficulty`),
    prepareTrial: ids.map((id) => `/api/seats/${id}/trial?personId=${personId}`),
    readPerson: [`/api/people/${personId}`],
    readPlan: [`/api/development/${personId}`],
    readPanel: ['technical', 'people'].map((side) => `/api/panel?ref=strength/${personId}/${side}`),
    exportAboutMe: [`/api/me/export?format=json&personId=${personId}`],
    compareScenarios: other === undefined ? [] : [`/api/growth/compare?one=${one}&other=${other}`],
    readTrial: ['/api/trials/1'],
    readJournalEntry: ['/api/journal/1'],
    readImport: ['/api/imports/1'],
  };
}
