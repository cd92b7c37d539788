import { sayMonth, shiftMonth } from '../../base/month.ts';
import type { SeatOfGrowth } from '../../records/growth/types.ts';
import type { Chart } from '../structure.ts';
import type { Ahead } from './ahead.ts';
import type { Fan } from './fans.ts';
import type { ForecastInput } from './forecast.ts';
import type { Look, ShownFan, ShownMarker } from './look.ts';
import { findMarkers, findStart, type Marker, type StartBy } from './markers.ts';
import type { MarkerKind } from './runs.ts';
import { type NameOf, nameMarker, sayOverdue, sayStart, sayTrigger } from './say-marker.ts';
import { dueSince, openSeatFor } from './since.ts';

/** What a look is shown beside: the structure, whom the reader may be told by name, and seats that were made of markers. */
export type Beside = {
  chart: Chart;
  nameOf: NameOf;
  seats: readonly SeatOfGrowth[];
  /** Whether the reader may make a planned seat of a marker: of the main scenario alone. */
  maySeat: boolean;
  ofRuns: number;
};

/** A look ahead as it is shown: one sentence, markers, fans. */
export function showLook(input: ForecastInput, ahead: Ahead, beside: Beside): Look {
  const { firm, plan, playbook } = input;
  const months = Array.from({ length: plan.months }, (_, at) => shiftMonth(plan.first, at));
  const markers = findMarkers(firm, plan, ahead.chances, playbook).map((marker) => showMarker(marker, input, beside));
  const isVacant = ({ kind }: ShownMarker) => openSeatFor(kind, beside.chart)?.plannedFor === null;
  const { leads, 'leads-wanted': wanted, 'held-back': heldBack, departures } = ahead.means;
  return {
    months,
    runs: ahead.runs,
    ofRuns: beside.ofRuns,
    headline: findHeadline(markers, isVacant, sayMonth(months.at(-1)!)),
    markers,
    needed: showFan(ahead.fans.needed),
    available: showFan(ahead.fans.available),
    load: showFan(ahead.fans.load),
    vacancies: showFan(ahead.fans.vacancies),
    week: playbook['load.week'],
    leads: rounded(leads),
    leadsWanted: rounded(wanted),
    heldBack: rounded(heldBack),
    departures: rounded(departures),
    plan: { endpoints: rounded(plan.endpoints), hoursPerEndpoint: rounded(plan.hoursPerEndpoint) },
  };
}

/** Three digits behind the point say more than any fan does. */
const rounded = (values: Float64Array) => Array.from(values, (value) => Math.round(1000 * value) / 1000);
const showFan = ({ low, middle, high }: Fan): ShownFan => ({
  low: rounded(low),
  middle: rounded(middle),
  high: rounded(high),
});

function showMarker(marker: Marker, { firm, playbook }: ForecastInput, beside: Beside): ShownMarker {
  const { kind, state, size, counts } = marker;
  const seat = seatOf(kind, beside);
  const open = openSeatFor(kind, beside.chart);
  const since = dueSince(marker, open, firm);
  const start = since === null ? marker.start : findStart(kind, since, firm, playbook);
  const sentence =
    since !== null && start !== null
      ? sayOverdue({ kind, due: since, start }, firm, beside.nameOf, open)
      : sayStart(marker, beside.nameOf);
  return {
    kind,
    name: nameMarker(kind, firm),
    state: since === null ? state : 'overdue',
    size,
    counts,
    trigger: sayTrigger(marker, firm),
    sentence,
    chance: rounded(marker.chance),
    due: since ?? marker.due,
    early: since === null ? marker.early : since,
    late: since === null ? marker.late : since,
    start: start && showStart(start, beside.nameOf),
    seat,
    maySeat: beside.maySeat && seat === null && (since !== null || state === 'due'),
  };
}

function showStart({ personId, ...start }: StartBy, nameOf: NameOf): ShownMarker['start'] {
  const name = personId === null ? null : nameOf(personId);
  return { ...start, person: personId === null || name === null ? null : { personId, name } };
}

/** The seat that was made of it, else one that stands open for it anyway. */
function seatOf(kind: MarkerKind, { seats, chart }: Beside): ShownMarker['seat'] {
  const made = seats.find((one) => one.kind === kind) ?? openSeatFor(kind, chart);
  return made && { seatId: made.seatId, title: made.title, plannedFor: made.plannedFor };
}

/** Of two things as urgent as each other the one that costs most when it comes late. */
const MOST_WEIGHTY: MarkerKind[] = ['next-lead', 'service-manager', 'people-leader', 'team-split', 'coordinator'];

/**
 * The one sentence of the first view: what growth has asked for longest, else what has to begin first. A seat that somebody left
 * is no news here: it stands on the balance picture, and is told only where growth asks for nothing.
 */
function findHeadline(
  markers: readonly ShownMarker[],
  isVacant: (one: ShownMarker) => boolean,
  end: string,
): Look['headline'] {
  const isLead = ({ kind }: ShownMarker) => kind !== 'coordinator';
  const weight = ({ kind }: ShownMarker) => MOST_WEIGHTY.indexOf(kind);
  const first = (rows: ShownMarker[], month: (one: ShownMarker) => string) =>
    rows.toSorted((one, other) => month(one).localeCompare(month(other)) || weight(one) - weight(other))[0];
  const told = markers.filter((one) => one.sentence !== null);
  const overdue = told.filter((one) => one.state === 'overdue' && !isVacant(one));
  const vacant = told.filter((one) => one.state === 'overdue' && isVacant(one));
  const coming = told.filter(({ state }) => state === 'due');
  const chosen =
    first(overdue.filter(isLead), (one) => one.due!) ??
    first(coming.filter(isLead), (one) => one.start!.month) ??
    first(vacant, (one) => one.due!) ??
    first([...overdue, ...coming], (one) => one.start!.month);
  if (chosen) return { sentence: chosen.sentence!, kind: chosen.kind };
  return { sentence: `Nobody else is needed to lead until the plan ends in ${end}.`, kind: null };
}
