import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import { AnsweredCards } from './answered.tsx';
import { OneCard } from './card.tsx';
import { type LeadCards, readToday, type Today } from './contract.ts';
import { sayDayAt, sentenceOf } from './words.ts';
import './today.css';

/** At most three things for a lead today, or none; whoever holds the server sees every lead's. */
export function TodayPage() {
  const [lead, setLead] = useState<number | undefined>(undefined);
  const read = useOperation(readToday, lead === undefined ? {} : { lead }, { keep: true });
  const today = read.data;
  return (
    <Page
      title="Today"
      sentence={today ? sentenceOf(today) : undefined}
      actions={today && today.leads.length > 1 ? <WhichLead today={today} lead={lead} onLead={setLead} /> : undefined}
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading lines={6} /> : null}
      {today ? <Cards today={today} lead={lead} /> : null}
    </Page>
  );
}

type WhichProps = { today: Today; lead: number | undefined; onLead: (lead: number | undefined) => void };

function WhichLead({ today, lead, onLead }: WhichProps) {
  return (
    <NativeSelect
      label="Whose day"
      data={[
        { value: '', label: 'every lead' },
        ...today.leads.map(({ personId, name }) => ({ value: String(personId), label: name })),
      ]}
      value={lead === undefined ? '' : String(lead)}
      onChange={({ currentTarget: { value } }) => onLead(value === '' ? undefined : Number(value))}
    />
  );
}

function Cards({ today, lead }: { today: Today; lead: number | undefined }) {
  const { of, note, day, undelivered } = today;
  const named = today.leads.length > 0;
  return (
    <>
      {note ? <p className="quiet measure">{note}</p> : null}
      {undelivered ? (
        <p className="notice">
          {undelivered === 'unsure' ? UNSURE : 'Your last morning message did not arrive. '}
          <Go to="/delivery">See why</Go>
        </p>
      ) : null}
      {of.map((own) =>
        named ? (
          <Section key={own.lead.personId} title={own.lead.name} note={countOf(own)}>
            <Own own={own} day={day} lead={lead} />
          </Section>
        ) : (
          <section key={own.lead.personId} className="stack-wide" aria-label={sayDayAt(day)}>
            <Own own={own} day={day} lead={lead} />
          </section>
        ),
      )}
    </>
  );
}

const UNSURE = 'Your last morning message may not have arrived; it was not sent twice. ';

const countOf = ({ open }: LeadCards) => (open.length === 0 ? 'Everything is answered.' : plural(open.length, 'card'));

function Own({ own, day, lead }: { own: LeadCards; day: Today['day']; lead: number | undefined }) {
  return (
    <>
      {own.open.length > 0 ? (
        <ul className="today-cards">
          {own.open.map((card) => (
            <OneCard key={card.cardId} card={card} day={day} lead={lead} />
          ))}
        </ul>
      ) : null}
      {own.answered.length > 0 ? <AnsweredCards cards={own.answered} lead={lead} /> : null}
    </>
  );
}
