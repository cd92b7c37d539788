import { Refusal } from '../../base/errors.ts';
import type { Clock } from '../../base/time.ts';
import type { FirmContext, Log } from '../../platform/context.ts';
import type { Database } from '../../platform/db/connect.ts';
import type { Fetcher } from '../../platform/fetch/fetcher.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Card } from '../../records/cards/types.ts';
import type { HookWay } from '../../records/delivery/types.ts';
import { mailText } from './mail-text.ts';
import type { Message, Origin } from './message.ts';
import { type Outcome, outcomeOf, outcomeOfRefusal } from './outcome.ts';
import { slackBlocks } from './slack-blocks.ts';
import { teamsCard } from './teams-card.ts';
import { NO_MAIL } from './words.ts';

/** Where a message goes. */
export type Target = { way: 'mail'; email: string } | { way: HookWay; address: string };

/** By what it leaves. Never inside a transaction. */
export type Doors = { mail: Mail | null; fetcher: Fetcher; now: Clock };

/** What sending works with: the program itself, outside any request. */
export type RoundContext = Doors & {
  database: Database;
  secrets: Secrets;
  log: Log;
  /** Where links lead. */
  origin: Origin;
  /** Whoever acts, their cards that wait for an answer. Brought in from outside: capabilities don't know each other. */
  cardsOf(ctx: FirmContext): Promise<Card[]>;
  /** True: nothing new is begun. */
  isStopping(): boolean;
};

/** Tries once, and says how it ended. */
export async function send(doors: Doors, target: Target, message: Message): Promise<Outcome> {
  try {
    return target.way === 'mail'
      ? await sendMail(doors, target.email, message)
      : await post(doors, target.way, target.address, message);
  } catch (error) {
    if (error instanceof Refusal) return outcomeOfRefusal(error);
    throw error;
  }
}

async function sendMail({ mail }: Doors, to: string, message: Message): Promise<Outcome> {
  if (mail === null) return { kind: 'failed', why: NO_MAIL };
  await mail.send({ to, subject: message.title, text: mailText(message) });
  return { kind: 'sent' };
}

async function post({ fetcher, now }: Doors, way: HookWay, address: string, message: Message): Promise<Outcome> {
  const body = JSON.stringify(way === 'teams' ? teamsCard(message) : slackBlocks(message));
  const headers = { 'content-type': 'application/json' };
  const { status, headers: said } = await fetcher(address, { method: 'POST', headers, body, statusOnly: true });
  return outcomeOf({ status, retryAfter: said.get('retry-after'), host: new URL(address).host, now: now() });
}
