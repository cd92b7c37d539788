import { Button, Select, Textarea } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAction, useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type ProposedTrial, prepareTrial, proposeTrial } from './contract.ts';
import { TermsFields, type TypingTerms } from './terms-fields.tsx';
import { readTyped } from './terms-form.tsx';

/** Proposes a trial in a seat: whom, what both look for, until when, with which hours. */
export function NewTrialPage() {
  const search = useSearch({ strict: false }) as { seat?: string; person?: string };
  const seatId = Number(search.seat) || 0;
  const personId = Number(search.person) || undefined;
  const proposal = useOperation(prepareTrial, { seatId, personId }, { enabled: seatId > 0, keep: true });
  if (seatId === 0)
    return (
      <Page title="Start a trial">
        <Empty
          title="In which seat?"
          text="A trial is started from the page of a seat."
          action={<Go to="/seats">Seats</Go>}
        />
      </Page>
    );
  if (proposal.data)
    return (
      <Page
        title={`Start a trial: ${proposal.data.seat.title}`}
        sentence="Somebody leads for a while, with what you both agreed on beforehand, fewer tickets, and a way back."
      >
        <Whom proposal={proposal.data} />
        {proposal.data.person === null ? null : proposal.data.refusal === null ? (
          <ProposalForm key={proposal.data.person.personId} proposal={proposal.data} />
        ) : (
          <p className="notice" role="note">
            {proposal.data.refusal}
          </p>
        )}
      </Page>
    );
  return (
    <Page title="Start a trial">
      {proposal.error ? (
        <ErrorState error={proposal.error} retry={() => void proposal.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

function Whom({ proposal: { people, person, seat } }: { proposal: ProposedTrial }) {
  const navigate = useNavigate();
  return (
    <Select
      label="Who"
      className="trial-who"
      placeholder="a name"
      searchable
      data={people.map(({ personId, name }) => ({ value: String(personId), label: name }))}
      value={person === null ? null : String(person.personId)}
      onChange={(value) =>
        void navigate({
          to: '/trials/new',
          search: { seat: String(seat.seatId), ...(value !== null && { person: value }) },
          replace: true,
        } as never)
      }
    />
  );
}

function ProposalForm({ proposal }: { proposal: ProposedTrial }) {
  const { seat, terms, reviewDays, ticketHoursNow, promise, differs, closed, today, latestStart } = proposal;
  const person = proposal.person!;
  const [typed, setTyped] = useState<TypingTerms>({
    ...{ criteria: terms.criteria, untilDay: terms.untilDay, reviewDays: [...reviewDays] },
    startDay: terms.startDay ?? today,
    ticketHours: terms.ticketHours ?? '',
  });
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const navigate = useNavigate();
  const propose = useAction(proposeTrial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const proposed = propose.mutateAsync({
      ...{ seatId: seat.seatId, personId: person.personId, ...readTyped(typed) },
      ...{ words: words.trim() || null, reason: reason.trim() || null },
    });
    // Not by onSuccess: once it is proposed this form may be gone, since there is nothing left to propose.
    proposed.then(
      ({ trialId }) => navigate({ to: `/trials/${trialId}` }),
      () => undefined,
    );
  };
  return (
    <form className="trial-form" onSubmit={submit}>
      <Section
        title="What you propose"
        note={`${person.name} reads all of it, and may change it. Nothing begins before you both agree.`}
      >
        <TermsFields
          terms={typed}
          hoursNow={ticketHoursNow}
          starts={{ from: today, to: latestStart }}
          onChange={setTyped}
        />
      </Section>
      <Section title="The way back">
        <p className="trial-promise">{promise}</p>
      </Section>
      <Textarea
        label={`To ${person.name}, if you like`}
        rows={2}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Textarea
        label={differs ? 'Why, other than our advice' : 'Why'}
        description={closed ?? 'Stands in the journal beside our advice of today.'}
        required={differs !== false}
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={propose.isPending}>
          Propose it to {person.name}
        </Button>
      </div>
      {propose.error ? <ErrorState error={propose.error} /> : null}
    </form>
  );
}
