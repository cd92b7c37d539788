import { Refusal } from './base/errors.ts';
import { type Day, parseDay, systemClock } from './base/time.ts';
import { findPersonByName, listNames } from './capabilities/about/store.ts';
import { findCards, morningOf, passToday } from './capabilities/today/pass.actions.ts';
import { KIND_WORDS } from './capabilities/today/words.ts';
import { type GivenFirm, withGivenFirm } from './given-firm.ts';
import type { Install } from './install.ts';
import { appendAudit } from './platform/audit/store.ts';
import { firmContext } from './platform/context.ts';
import type { Db } from './platform/db/connect.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { readCards } from './records/cards/store.ts';
import type { Card, CardProposal } from './records/cards/types.ts';
import { firmDay } from './records/firm/store.ts';

/** What `evenkeel today` was given, as command-line.ts declares it. */
export type TodayOptions = GivenFirm & { as: string; on?: string; json?: boolean };

/** What a lead is told on a day. A past day that has none is made again from what was known then, and not kept. */
type Told = { leads: boolean; day: Day; kept: boolean; cards: ToldCard[] };
/** A card with the name of whoever is best placed. */
type ToldCard = Omit<CardProposal, 'urgency'> & { state: Card['state']; bestName: string | null };

/** `evenkeel today`: the cards of one lead on a day. */
export async function today(
  environment: NodeJS.ProcessEnv,
  options: TodayOptions,
  say: (line: string) => void,
): Promise<void> {
  const on = options.on === undefined ? undefined : parseDay(options.on);
  if (options.on !== undefined && on === undefined)
    throw new Refusal('bad-input', `--on is "${options.on}", which is no day: write it as 2026-11-03.`, {
      field: 'on',
    });
  await withGivenFirm(environment, options, async (install, firm) => {
    const told = await tell(install, firm, options.as, on);
    say(options.json ? jsonOf(told, options.as, firm.name) : pageOf(told, options.as));
  });
}

function tell(
  { database, secrets }: Install,
  firm: { orgId: number; name: string },
  as: string,
  on: Day | undefined,
): Promise<Told> {
  const scope = { orgId: firm.orgId, actor: SERVER_HOLDER, standing: 'operator' as const };
  return database.transact(scope, async (db) => {
    const personId = await findOne(db, as, firm.name);
    const now = systemClock();
    const ctx = firmContext(db, scope, { now: () => now, log: () => undefined, secrets });
    const day = on ?? (await firmDay(db, now));
    const morning = await morningOf(db, day, now);
    if (morning.isNow) await passToday(ctx, day);
    const found = await ctx.asEngine((inside) => findCards(inside, morning));
    const there = await readCards(db, day);
    const kept = morning.isNow || there.length > 0;
    const made = kept ? there : found.cards.map((card) => ({ ...card, state: 'open' as const }));
    const names = new Map((await listNames(db)).map((one) => [one.personId, one.name]));
    const cards = made
      .filter(({ leadId }) => leadId === personId)
      .map((card) => ({ ...card, bestName: names.get(card.evidence.best?.personId ?? 0) ?? null }));
    const people = [...new Set(cards.flatMap(({ personId, evidence }) => [personId, evidence.best?.personId ?? null]))];
    const shown = people.filter((id) => id !== null);
    // Whoever holds the server looked at people's cards: they read that in the log.
    if (shown.length > 0)
      await appendAudit(db, secrets, scope, { action: 'readToday', people: shown, look: true }, now);
    return { leads: found.leads.some(({ leadId }) => leadId === personId), day, kept, cards };
  });
}

async function findOne(db: Db, as: string, firmName: string): Promise<number> {
  const found = await findPersonByName(db, as);
  if (found.length === 1) return found[0]!;
  throw new Refusal(
    'not-found',
    found.length === 0
      ? `There is nobody called "${as}" in "${firmName}": give the name or address as the list of people has it, or --firm.`
      : `${found.length} people are called "${as}" in "${firmName}": give the address of the one you mean.`,
    { field: 'as' },
  );
}

const nothingFor = ({ leads }: Told, as: string) =>
  leads ? 'Nothing needs you today.' : `Nobody reports to ${as}, so there are no cards.`;

function jsonOf(told: Told, as: string, firm: string): string {
  const { day, kept } = told;
  const cards = told.cards.map(({ rule, kind, subject, trigger, firstSentence, state, bestName, evidence }) => ({
    ...{ rule, kind, subject, trigger, firstSentence, state, bestName, evidence },
  }));
  const note = cards.length === 0 ? nothingFor(told, as) : null;
  return JSON.stringify({ firm, as, day, kept, cards, note }, null, 2);
}

function pageOf(told: Told, as: string): string {
  if (told.cards.length === 0) return nothingFor(told, as);
  return told.cards
    .map(({ kind, trigger, firstSentence, bestName, evidence }) =>
      [
        `${KIND_WORDS[kind]}: ${trigger}`,
        `  To begin with: ${firstSentence}`,
        ...(evidence.best ? [`  Best placed: ${bestName ?? 'somebody'}. ${evidence.best.why}`] : []),
        ...evidence.facts.map((fact) => `  - ${fact}`),
      ].join('\n'),
    )
    .join('\n\n');
}
