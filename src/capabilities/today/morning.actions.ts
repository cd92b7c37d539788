import { isTimeZone } from '../../base/calendar.ts';
import { addDays, addMonths, type Day, dayOf, type Instant, instantOf } from '../../base/time.ts';
import { type Attribute, openAttribution } from '../../model/attribution.ts';
import { stuckAreas } from '../../model/cards/area-stuck.ts';
import { findCauses } from '../../model/cards/causes.ts';
import { scaleOf } from '../../model/cards/late.ts';
import { findLeads } from '../../model/cards/leads.ts';
import { thereToday } from '../../model/cards/there-today.ts';
import type { RuleInput } from '../../model/cards/types.ts';
import { readChart } from '../../model/structure.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readDueSteps } from '../../records/cards/store.ts';
import { readConditionFacts } from '../../records/conditions/facts.store.ts';
import { type DeskView, readDesk } from '../../records/desk/store.ts';
import { wallClockIn } from '../../records/desk/wall-clock.ts';
import { readFits, readTerms } from '../../records/evidence/fit.store.ts';
import { readRecentCases } from '../../records/evidence/recent.store.ts';
import { MINUTES_OUTCOMES, type MinutesOutcome } from '../../records/evidence/types.ts';
import { readMentoringRhythms } from '../../records/mentoring/store.ts';
import { readRhythms } from '../../records/oneonones/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { Structure } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { readShifts } from '../../records/shifts/store.ts';

/** A morning to make cards for. */
export type Morning = {
  day: Day;
  /** Nothing that happened later is read. */
  asOf: Instant;
  /** It is now: the models fitted on everything may be asked. Of a past day they know what came later. */
  isNow: boolean;
};

/** Everything that the rules are given, in a fixed number of queries. `db` stands in the program's own standing. */
export async function loadMorning(db: Db, { day, asOf, isNow }: Morning): Promise<RuleInput> {
  const structure = await readStructure(db, day);
  const playbook = await readPlaybook(db);
  const chart = readChart(structure);
  const view = viewOf(structure, playbook, asOf);
  const desk = await readDesk(db, view);
  const leads = findLeads(chart);
  const late = scaleOf(desk.finished, desk.tickets, {
    beyond: playbook['today.late-beyond'],
    need: playbook['today.late-need'],
  });
  const shifts = await readShifts(db, { from: addDays(day, -2), to: addDays(day, 2) });
  const everybody = structure.people.map(({ personId }) => personId);
  const onShift = thereToday(day, everybody, shifts, usualZone(structure));
  const steps = await readDueSteps(db, day, asOf);
  // Meetings as they stand now: how they stood on a past day is not kept.
  const talks = isNow ? await readRhythms(db) : [];
  const mentorings = isNow ? await readMentoringRhythms(db) : [];
  // Weeks and answers are known by the day alone, not by when they were told.
  const conditions = isNow ? await readConditionFacts(db, { structure, playbook }) : null;
  const input = { day, chart, leads, playbook, desk, late, onShift, steps, talks, mentorings, conditions };
  const attribute = isNow && !desk.hasLater ? await openCauses(db, view, playbook) : null;
  const causes: RuleInput['causes'] = attribute === null ? new Map() : findCauses(input, attribute);
  return { ...input, attribute, causes, stuck: stuckAreas({ ...input, attribute }) };
}

function viewOf(structure: Structure, playbook: Playbook, asOf: Instant): DeskView {
  const day = dayOf(asOf);
  return {
    asOf,
    since: instantOf(addMonths(day, -Math.round(playbook['today.like-months']))),
    tookOverSince: instantOf(addDays(day, -Math.round(playbook['today.took-over']))),
    workingDay: { starts: playbook['tickets.day-starts'], ends: playbook['tickets.day-ends'] },
    offsetMinutes: wallClockIn(usualZone(structure)),
  };
}

/** The zone of most people here; UTC where none is known. */
function usualZone({ people }: Structure): string {
  const zones = people.flatMap(({ timeZone }) => (timeZone !== null && isTimeZone(timeZone) ? [timeZone] : []));
  const counted = [...Map.groupBy(zones, (zone) => zone)].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  );
  return counted[0]?.[0] ?? 'UTC';
}

/** Recent tickets that late ones are set against: so many days, and at most so many. */
const RECENT_DAYS = 56;
const MOST_RECENT = 2000;

/** What tells ticket, area, client and person apart; null: no model of how long tickets take yet. */
async function openCauses(db: Db, view: DeskView, playbook: Playbook): Promise<Attribute | null> {
  const fits = await readFits(db, { others: view.asOf });
  const fitted = fits.find(
    (fit) => (MINUTES_OUTCOMES as readonly string[]).includes(fit.outcome) && fit.evidence.status === 'fitted',
  );
  if (fitted === undefined || fitted.evidence.status !== 'fitted') return null;
  const outcome = fitted.outcome as MinutesOutcome;
  const terms = await readTerms(db, outcome, { others: view.asOf });
  if (terms === null) return null;
  const { asOf, workingDay, offsetMinutes } = view;
  const since = instantOf(addDays(dayOf(asOf), -RECENT_DAYS));
  const recent = await readRecentCases(db, {
    outcome,
    since,
    until: asOf,
    limit: MOST_RECENT,
    workingDay,
    offsetMinutes,
  });
  const people = fitted.evidence.effects as Parameters<typeof openAttribution>[0]['people'];
  // A ticket is late against its like, so an area that always takes longer makes no ticket late.
  return openAttribution({ recent, terms, people, against: 'like-ticket', rules: playbook });
}
