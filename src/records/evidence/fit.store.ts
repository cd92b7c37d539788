import { sql } from 'kysely';
import { dayOf, type Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId, TeamId } from '../people/types.ts';
import {
  EVIDENCE_FACTORS,
  type FitTerms,
  type MinutesOutcome,
  type OutcomeEvidence,
  type TicketEvidence,
} from './types.ts';

/** Who reads: the people themselves see the newest numbers, everyone else those that have been with them long enough. */
export type FitReader = 'themselves' | { others: Instant };

/** A fit of one outcome: of minutes, or of how tickets end. */
export type Fit = { dataVersion: number; modelVersion: string } & (
  | { outcome: MinutesOutcome; evidence: TicketEvidence }
  | { outcome: OutcomeEvidence['outcome']; evidence: OutcomeEvidence }
);

/** The newest fit of each outcome that the reader may be shown, without its terms. */
export async function readFits(db: Db, reader: FitReader): Promise<Fit[]> {
  const rows = await db
    .selectFrom('evidence_fit')
    .select(['outcome', 'data_version', 'model_version', 'effects'])
    .distinctOn('outcome')
    .$if(reader !== 'themselves', (query) => query.where(shownBy((reader as { others: Instant }).others)))
    .orderBy('outcome')
    .orderBy('fitted_at', 'desc')
    .execute();
  return rows.map(
    (row) =>
      ({
        outcome: row.outcome,
        dataVersion: row.data_version,
        modelVersion: row.model_version,
        evidence: row.effects,
      }) as unknown as Fit,
  );
}

/** What the fit of one outcome that the reader may be shown found beside people; null: nothing yet. */
export async function readTerms(db: Db, outcome: Fit['outcome'], reader: FitReader): Promise<FitTerms | null> {
  const row = await db
    .selectFrom('evidence_fit')
    .select('terms')
    .where('outcome', '=', outcome)
    .$if(reader !== 'themselves', (query) => query.where(shownBy((reader as { others: Instant }).others)))
    .orderBy('fitted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.terms as FitTerms | null | undefined) ?? null;
}

const shownBy = (now: Instant) => sql<boolean>`(shown_from is null or shown_from <= ${timestamp(now)})`;

/** How long a new number is its person's alone, where people have accounts. */
export const PERSON_FIRST_DAYS = 7;

/**
 * Keeps a fit. Where people have accounts, everyone but themselves sees it only after PERSON_FIRST_DAYS; until then the
 * one before stays in force. Of those that wait, one a day is kept.
 */
export async function saveFit(db: Db, fit: Fit, terms: FitTerms | null, now: Instant): Promise<void> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from auth.firm_access where org_id = app_org() and person_id is not null) as waits`.execute(
    db,
  );
  const from = rows[0]!.waits ? timestamp((now + PERSON_FIRST_DAYS * 86_400_000) as Instant) : null;
  const { outcome } = fit;
  // The same sums and model fitted again, or a second fit of one day: the newer takes its place.
  await sql`delete from evidence_fit where outcome = ${outcome} and (data_version = ${fit.dataVersion} and model_version = ${fit.modelVersion}
    or shown_from > ${timestamp(now)} and fitted_at >= ${dayOf(now)}::date)`.execute(db);
  await db
    .insertInto('evidence_fit')
    .values({
      outcome,
      data_version: fit.dataVersion,
      model_version: fit.modelVersion,
      effects: JSON.stringify(fit.evidence),
      terms: terms && JSON.stringify(terms),
      fitted_at: timestamp(now),
      shown_from: from,
    })
    .execute();
  // Of those that everyone may see only the newest is of use.
  await sql`delete from evidence_fit where outcome = ${outcome} and ${shownBy(now)} and fitted_at < (
    select max(fitted_at) from evidence_fit where outcome = ${outcome} and ${shownBy(now)})`.execute(db);
}

/** From when on everyone else sees the newest fit; null: they do. */
export async function readWaiting(db: Db, now: Instant): Promise<Instant | null> {
  const row = await db
    .selectFrom('evidence_fit')
    .select('shown_from')
    .where('shown_from', '>', timestamp(now))
    .orderBy('fitted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.shown_from ?? null) as Instant | null;
}

/** Comparable resolved tickets of each first assignee, from the sums: its cost does not grow with tickets. */
export function readTicketCounts(db: Db): Promise<Map<PersonId, number>> {
  return countByFactor<PersonId>(db, 'technician');
}

/** Comparable resolved tickets of each team in whose queue they stood at first. */
export function readTeamTicketCounts(db: Db): Promise<Map<TeamId, number>> {
  return countByFactor<TeamId>(db, 'queue');
}

async function countByFactor<Id extends number>(
  db: Db,
  name: (typeof EVIDENCE_FACTORS)[number],
): Promise<Map<Id, number>> {
  const factor = EVIDENCE_FACTORS.indexOf(name) + 1;
  const rows = await db
    .selectFrom('evidence_cross')
    .select(({ fn }) => ['level_a', fn.sum<number>('n').as('n')])
    .where('factor_a', '=', factor)
    .where('factor_b', '=', factor)
    .groupBy('level_a')
    .execute();
  return new Map(rows.map((row) => [row.level_a as Id, row.n]));
}
