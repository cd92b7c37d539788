import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { sayMonth } from '../../base/month.ts';
import { parseTyped } from '../../base/typed-number.ts';
import type { FirmNow } from '../../model/growth/firm-now.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { dayWord } from '../../web/words.ts';
import { saveGrowthFacts } from './contract.ts';

const BASIS = { told: 'told', counted: 'counted', 'not-known': 'not known' } as const;

/** What looking ahead starts from, each number with where it comes from. */
export function FirmPart({ firm, mayChange }: { firm: FirmNow; mayChange: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const { turnover } = firm;
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return (
    <div className="stack">
      <p className="quiet">{`As of ${dayWord(firm.day)}.`}</p>
      <dl className="facts firm-facts">
        <Item name="Technicians" value={firm.technicians} note="counted" />
        <Item name="Leads" value={firm.leads} note="counted" />
        <Item name="Others in service" value={firm.others} note="counted" />
        <Item name="Teams" value={firm.teams} note="counted" />
        <Item name="Endpoints" value={firm.endpoints.value ?? '–'} note={noteOf(firm.endpoints)} />
        <Item name="Coordinators" value={firm.coordinators.value} note={noteOf(firm.coordinators)} />
        <Item name="Service managers" value={firm.managers.value} note={noteOf(firm.managers)} />
        <Item name="The firm began" value={sayMonth(firm.founded.value)} note={noteOf(firm.founded)} />
        <Item
          name="Leave in a year"
          value={percent(turnover.middle)}
          note={`${percent(turnover.low)} to ${percent(turnover.high)}: ${turnover.source}`}
        />
      </dl>
      {mayChange ? (
        <div>
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            Correct these
          </Button>
        </div>
      ) : null}
      {isAsking ? <AskFacts firm={firm} onDone={() => setAsking(false)} /> : null}
    </div>
  );
}

const noteOf = ({ basis, source }: { basis: keyof typeof BASIS; source: string }) =>
  source && basis !== 'told' ? `${BASIS[basis]}: ${source}` : BASIS[basis];

function Item({ name, value, note }: { name: string; value: string | number; note: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{typeof value === 'number' ? value.toLocaleString('en') : value}</strong>{' '}
        <span className="quiet firm-note">{note}</span>
      </dd>
    </div>
  );
}

const told = <T,>({ basis, value }: { basis: string; value: T }) => (basis === 'told' ? String(value ?? '') : '');

function AskFacts({ firm, onDone }: { firm: FirmNow; onDone: () => void }) {
  const [endpoints, setEndpoints] = useState(told(firm.endpoints));
  const [coordinators, setCoordinators] = useState(told(firm.coordinators));
  const [managers, setManagers] = useState(told(firm.managers));
  const [founded, setFounded] = useState(told(firm.founded));
  const [leavers, setLeavers] = useState(String(firm.left?.leavers ?? ''));
  const [years, setYears] = useState(String(firm.left?.years ?? ''));
  const save = useAction(saveGrowthFacts);
  const numbers = [endpoints, coordinators, managers, leavers, years].map(parseTyped);
  const isBad = numbers.some((one) => one === undefined);
  const submit = () => {
    if (isBad) return;
    const [ends = null, coordinating = null, managing = null, left = null, over = null] = numbers;
    save.mutate(
      {
        endpoints: ends,
        coordinators: coordinating,
        managers: managing,
        founded: founded.trim() || null,
        left: left === null || over === null ? null : { leavers: left, years: over },
      },
      { onSuccess: onDone },
    );
  };
  const field = (label: string, value: string, set: (text: string) => void, description: string) => (
    <TextInput
      label={label}
      description={description}
      value={value}
      error={label !== MONTH && parseTyped(value) === undefined ? 'Enter a number.' : null}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <AskOver
      title="Where it starts from"
      act="Keep it"
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onDone={onDone}
    >
      {field('Endpoints that you look after', endpoints, setEndpoints, 'Empty: the work is what fills the desk today.')}
      {field('Coordinators', coordinators, setCoordinators, 'Who hand out and chase tickets. Empty: counted.')}
      {field('Service managers who aren’t the owner', managers, setManagers, 'Empty: counted.')}
      {field('People who left', leavers, setLeavers, 'Empty: counted from the list of people.')}
      {field('in so many years', years, setYears, 'Who left shows how many will.')}
      {field(MONTH, founded, setFounded, 'Like 2014-05. Empty: the first day of whoever is longest here.')}
    </AskOver>
  );
}

const MONTH = 'Month in which the firm began';
