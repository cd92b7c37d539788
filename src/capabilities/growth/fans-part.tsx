import { useState } from 'react';
import { type Month, monthsBetween, sayMonth } from '../../base/month.ts';
import type { Look, ShownFan } from '../../model/growth/look.ts';
import { sayBand, sayCount } from '../../model/growth/look-words.ts';
import { FanChart } from '../../web/charts/fan-chart.tsx';
import type { Flag } from '../../web/charts/flags.ts';
import { DataTable } from '../../web/table.tsx';

type FansProps = { look: Look; kept: Look | null };

/** The work and the people over the months, and the hours of leading against a lead's week. */
export function FansPart({ look, kept }: FansProps) {
  const [chosen, setAt] = useState<number | null>(null);
  const { months } = look;
  const flags = flagsOf(look);
  // At first the month in which the first thing falls due is read out, else a year from now.
  const at = Math.min(chosen ?? flags[0]?.at ?? 12, months.length - 1);
  // Another plan may have other months: then nothing is set beside it.
  const before = kept?.months[0] === months[0] && kept?.months.length === months.length ? kept : null;
  if (months.length === 0) return null;
  return (
    <div className="stack-wide">
      <FanChart
        title="Technicians needed, and technicians there"
        unit="technicians"
        months={months}
        series={[
          { key: 'needed', name: 'needed', fan: look.needed, kept: before?.needed ?? null },
          { key: 'there', name: 'there, as settled ones', fan: look.available, kept: before?.available ?? null },
        ]}
        flags={flags}
        at={at}
        onAt={setAt}
        says={sayPeople(look, at)}
      />
      <FanChart
        title="Hours of leading for each lead, against the week"
        unit="hours a week"
        months={months}
        series={[{ key: 'needed', name: 'leading people and the work', fan: look.load, kept: before?.load ?? null }]}
        line={{ value: look.week, label: `a week of ${sayCount(look.week)} h` }}
        flags={flags}
        at={at}
        onAt={setAt}
        says={sayLeads(look, at)}
      />
      <FansTable look={look} />
    </div>
  );
}

/** What falls due within the plan, on the time axis, the first first. */
function flagsOf({ markers, months }: Look): Flag[] {
  const flags = markers.flatMap(({ due, name, state }) =>
    due === null || state !== 'due' ? [] : [{ at: Math.max(0, monthsBetween(months[0]!, due)), label: name }],
  );
  // What is due now already needs no place on the way.
  return flags.filter(({ at }) => at > 0).sort((one, other) => one.at - other.at);
}

function sayPeople(look: Look, at: number): string {
  const missing = (look.needed.middle[at] ?? 0) - (look.available.middle[at] ?? 0);
  const short = missing >= 0.95 ? ` About ${sayCount(Math.round(missing))} short.` : '';
  const open = Math.round(look.vacancies.middle[at] ?? 0);
  const places = open > 0 ? ` ${open} ${open === 1 ? 'place is' : 'places are'} being filled.` : '';
  return `needs ${sayBand(look.needed, at)} technicians, has ${sayBand(look.available, at)}.${short}${places}`;
}

function sayLeads(look: Look, at: number): string {
  const leads = look.leads[at] ?? 0;
  const wanted = look.leadsWanted[at] ?? 0;
  const hours = `${sayBand(look.load, at)} of ${sayCount(look.week)} hours a week`;
  if (leads < 0.05) return `no lead yet: leading would take one ${hours}.`;
  const people = `${sayCount(leads)} ${leads === 1 ? 'lead' : 'leads'}${wanted > leads + 0.05 ? `, ${sayCount(wanted)} wanted` : ''}`;
  return `${hours} go to leading, with ${people} on average.`;
}

type Line = { month: Month; at: number };

function FansTable({ look }: { look: Look }) {
  const band = (key: string, title: string, fan: ShownFan) => ({
    key,
    title,
    numeric: true,
    value: ({ at }: Line) => sayBand(fan, at),
  });
  return (
    <details className="small-unfold">
      <summary>As a table</summary>
      <DataTable
        caption="By month: the middle of the simulated futures, and what 8 of 10 lie within"
        columns={[
          {
            key: 'month',
            title: 'Month',
            heads: true,
            value: ({ month }: Line) => month,
            cell: ({ month }) => sayMonth(month),
          },
          band('needed', 'Technicians needed', look.needed),
          band('there', 'There, as settled ones', look.available),
          band('vacancies', 'Places being filled', look.vacancies),
          band('load', 'Hours of leading a lead', look.load),
          { key: 'leads', title: 'Leads', numeric: true, value: ({ at }) => sayCount(look.leads[at] ?? 0) },
          {
            key: 'wanted',
            title: 'Leads wanted',
            numeric: true,
            value: ({ at }) => sayCount(look.leadsWanted[at] ?? 0),
          },
          { key: 'left', title: 'Left so far', numeric: true, value: ({ at }) => sayCount(look.departures[at] ?? 0) },
          {
            key: 'held',
            title: 'Held back by budget',
            numeric: true,
            value: ({ at }) => sayCount(look.heldBack[at] ?? 0),
          },
        ]}
        rows={look.months.map((month, at) => ({ month, at }))}
        rowKey={({ at }) => at}
        max={12}
        copyable
      />
    </details>
  );
}
