import './panel.css';
import { useState } from 'react';
import { IntervalBar } from '../../web/charts/interval.tsx';
import { useOperation } from '../../web/client.ts';
import { Door } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import { RemarkNotes } from '../../web/remark-note.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { countWord } from '../../web/words.ts';
import { type Panel, readPanel } from './contract.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { PartsBars } from './parts-bars.tsx';
import { sideOf } from './references.ts';

/** What stands behind one number, in the same order everywhere: the number, why, what would change it, the evidence. */
export function EvidencePanel({ reference }: { reference: string }) {
  const [offset, setOffset] = useState(0);
  const read = useOperation(readPanel, { ref: reference, offset }, { keep: true });
  if (read.error) return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Loading lines={6} />;
  const panel = read.data;
  return (
    <article className="panel">
      <header className="panel-head">
        <h2>{panel.title}</h2>
        <p>{panel.sentence}</p>
        {panel.estimate ? <Bar panel={panel} /> : null}
        <Counts n={panel.n} />
        <RemarkNotes remarks={panel.remarks} whose="Its person" />
      </header>
      {panel.parts ? <PartsBars parts={panel.parts} side={sideOf(panel.ref)} /> : null}
      <Sentences title="What would change this" items={panel.flips} />
      <Sentences title="What it can't tell" items={panel.limits} />
      {panel.tables.map((table) => (
        <EvidenceTable key={table.title} table={table} offset={offset} onOffset={setOffset} busy={read.isFetching} />
      ))}
      <Rules rules={panel.rules} />
      <Sentences title="Where it comes from" items={panel.sources} />
      <Onwards doors={panel.doors} />
    </article>
  );
}

function Bar({ panel }: { panel: Panel }) {
  return (
    <IntervalBar
      side={sideOf(panel.ref)}
      estimate={panel.estimate}
      label={panel.title}
      unknown={panel.n.length > 0 && panel.n.every(({ value }) => value === 0)}
      named
    />
  );
}

function Counts({ n }: { n: Panel['n'] }) {
  if (n.length === 0) return null;
  return (
    <dl className="panel-counts">
      {n.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{countWord(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A few rules stand open; a long list is folded, so that the evidence stays near. */
function Rules({ rules }: { rules: Panel['rules'] }) {
  if (rules.length === 0) return null;
  if (rules.length <= 3) {
    return (
      <section>
        <h3>Rules it rests on</h3>
        <RuleList rules={rules} />
      </section>
    );
  }
  return (
    <details>
      <summary>The {rules.length} rules it rests on</summary>
      <RuleList rules={rules} />
    </details>
  );
}

function RuleList({ rules }: { rules: Panel['rules'] }) {
  return (
    <ul className="panel-list">
      {rules.map(({ key, title, value, unit, source }) => (
        <li key={key}>
          <Go to={`/playbook?key=${key}`}>{title}</Go>: <strong>{value}</strong> {unit}
          <p className="quiet">{source}</p>
        </li>
      ))}
    </ul>
  );
}

function Sentences({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="panel-list">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Onwards({ doors }: { doors: Panel['doors'] }) {
  if (doors.length === 0) return null;
  return (
    <nav aria-label="Look further">
      <h3>Look further</h3>
      <ul className="panel-list">
        {doors.map(({ ref, label }) => (
          <li key={ref}>
            <Door to={ref}>{label}</Door>
          </li>
        ))}
      </ul>
    </nav>
  );
}
