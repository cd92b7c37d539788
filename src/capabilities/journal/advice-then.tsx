import type { PersonThen } from '../../records/decisions/types.ts';
import { IntervalBar } from '../../web/charts/interval.tsx';
import { Door } from '../../web/door.tsx';
import { Section } from '../../web/section.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { levelNumber, plural, SIDE_WORDS, STATUS_WORDS } from '../../web/words.ts';
import type { JournalEntry, RuleThen } from './contract.ts';

/** Our advice as it was, with its evidence, its rules and its versions. Nothing here moves when data or playbook do. */
export function AdviceThen({ entry }: { entry: JournalEntry }) {
  const { advice, sight } = entry;
  const { evidence, demand, reasons, rules, sides } = advice;
  return (
    <Section title="Our advice as it was" note="Kept on the day. It doesn’t change when data or playbook do.">
      {advice.sentence ? <p className="journal-says">{advice.sentence}</p> : <p>{sayClosed(entry)}</p>}
      {advice.shown === false ? (
        <p className="quiet">It was not open to whoever decided: they decided without having it read.</p>
      ) : null}
      {reasons.length > 0 ? (
        <ul className="list measure">
          {reasons.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : null}
      {demand && sides.length > 0 ? (
        <ul className="journal-sides">
          {sides.map((one) => (
            <OneThen key={one.personId} one={one} advice={advice} />
          ))}
        </ul>
      ) : null}
      {evidence ? (
        <p>
          It rested on {plural(evidence.observations, 'answer')} by {plural(evidence.raters, 'person', 'people')} and{' '}
          {plural(evidence.tickets, 'ticket')}; {plural(advice.considered, 'person was', 'people were')} considered.
        </p>
      ) : null}
      {rules.length > 0 ? <Rules rules={rules} /> : null}
      {sight === 'whole' && evidence === null ? (
        <p className="quiet">What it rested on was not kept yet when this was decided.</p>
      ) : null}
      <p className="quiet">
        Data version {advice.dataVersion}, model {advice.modelVersion}, playbook {advice.playbookVersion}.
      </p>
    </Section>
  );
}

function sayClosed({ sight, advice }: JournalEntry): string {
  if (sight === 'own')
    return advice.namedYou
      ? 'It named you. What it said of others is theirs.'
      : 'It weighed you among others and named somebody else, or nobody. What it said of others is theirs.';
  return `It speaks about ${plural(advice.considered, 'person', 'people')} whose numbers are not yours to see.`;
}

function OneThen({ one, advice }: { one: PersonThen & { name: string }; advice: JournalEntry['advice'] }) {
  return (
    <li>
      <h3 className="journal-name">
        <bdi>{one.name}</bdi>
      </h3>
      {(['technical', 'people'] as const).map((side) => {
        const { mean, low, high, status } = one[side];
        return (
          <div key={side} className="journal-side">
            <IntervalBar
              side={side}
              estimate={{ mean, low, high }}
              need={advice.demand![side]}
              gate={advice.gate?.[side]}
              label={`${one.name}, ${SIDE_WORDS[side]}, then`}
            />
            <p className="quiet">
              {SIDE_WORDS[side]}: about {levelNumber(mean)} ({levelNumber(low)} to {levelNumber(high)}), needed{' '}
              {levelNumber(advice.demand![side])}; {STATUS_WORDS[status]}
            </p>
          </div>
        );
      })}
    </li>
  );
}

const COLUMNS: readonly Column<RuleThen>[] = [
  {
    key: 'title',
    title: 'Rule',
    value: ({ title }) => title,
    heads: true,
    cell: ({ key, title, now }) => (now === null ? title : <Door to={`playbook/${key}`}>{title}</Door>),
  },
  { key: 'was', title: 'Then', value: ({ was }) => was, numeric: true },
  { key: 'now', title: 'Now', value: ({ now }) => now, numeric: true },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
];

function Rules({ rules }: { rules: RuleThen[] }) {
  const moved = rules.filter(({ was, now }) => now !== null && now !== was).length;
  return (
    <details className="unfold">
      <summary>
        {plural(rules.length, 'rule')} behind it, as they were
        {moved > 0 ? ` (${moved === 1 ? 'one has' : `${moved} have`} been changed since)` : ''}
      </summary>
      <DataTable caption="Rules then and now" quietCaption columns={COLUMNS} rows={rules} rowKey={({ key }) => key} />
    </details>
  );
}
