import { addDays, addMonths, dayOf, type Instant, instantOf } from '../../base/time.ts';
import { type Attribute, openAttribution } from '../../model/attribution.ts';
import { stuckAreas } from '../../model/cards/area-stuck.ts';
import { findCauses } from '../../model/cards/causes.ts';
import { scaleOf } from '../../model/cards/late.ts';
import { findLeads } from '../../model/cards/leads.ts';
import { thereToday } from '../../model/cards/there-today.ts';
import type { RuleInput } from '../../model/cards/types.ts';
import { readChart } from '../../model/structure.ts';
import type { Db } from '../../platform/db/connect.ts';
import { type DeskView, readDesk } from '../../records/desk/store.ts';
import { wallClockIn } from '../../records/desk/wall-clock.ts';
import { readFits, readTerms } from '../../records/evidence/fit.store.ts';
import { readRecentCases } from '../../records/evidence/recent.store.ts';
import { MINUTES_OUTCOMES, type MinutesOutcome } from '../../records/evidence/types.ts';
import { readStructure } from '../../records/people/store.ts';
import type { Structure } from '../../records/people/types.ts';
import { usualZone } from '../../records/people/usual-zone.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { readShifts } from '../../records/shifts/store.ts';
import { type Morning, readPromises } from './promises.actions.ts';

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
  const facts = await readPromises(db, { structure, chart, playbook, day, asOf, isNow });
  const input = { day, chart, leads, playbook, desk, late, onShift, ...facts };
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
