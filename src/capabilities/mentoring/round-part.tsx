import './mentoring.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAction, useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { dayWord, plural } from '../../web/words.ts';
import {
  askMentoringPairs,
  type KeptPair,
  type MentoringRound,
  type ProposedPair,
  readMentoringRound,
  takeBackMentoringPair,
} from './contract.ts';
import { EXPECT, sayOutcomes, sayRound } from './words.ts';

/** Who could mentor whom, why, and what the second best would be; then the pairs that meet. */
export function RoundPart() {
  const read = useOperation(readMentoringRound, {});
  const round = read.data;
  return (
    <Page title="Who could mentor whom" sentence={round ? sayRound(round) : undefined}>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {round ? <Round round={round} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function Round({ round }: { round: MentoringRound }) {
  const { matches, unmatched, ended, pairs, wanting, offering } = round;
  return (
    <>
      {ended.map((text) => (
        <p key={text} className="notice" role="note">
          {text}
        </p>
      ))}
      {matches.length > 0 ? <Proposed matches={matches} /> : null}
      {wanting + offering === 0 ? (
        <Empty
          title="Ask people first"
          text="Everybody says for themselves, under Mentoring, whether they want a mentor or would be one. Pairs are proposed from that."
        />
      ) : null}
      {unmatched.length > 0 ? (
        <Section title="Without a mentor for now">
          <ul className="mentoring-list">
            {unmatched.map(({ person, text }) => (
              <li key={person.personId}>
                <span className="mentoring-name">{person.name}</span>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section
        title="Pairs that go on"
        note="That they meet is all you see: goals and words are for the two. Participation, not contents."
      >
        <Kept pairs={pairs} />
        <p>{sayOutcomes(round.outcomes)}</p>
      </Section>
      <details className="unfold">
        <summary>How pairs are found</summary>
        <p className="measure">
          All pairs together are to bring most: strengths against what mentees want to grow in, and a little for
          interests that both wrote. Nobody from one’s own reporting line, nobody with too little shared working time,
          no pair twice. {EXPECT} <Go to="/playbook?key=mentoring.overlap">The rules are in the playbook.</Go>
        </p>
      </details>
    </>
  );
}

const keyOf = ({ mentor, mentee }: ProposedPair) => `${mentor.personId} ${mentee.personId}`;

function Proposed({ matches }: { matches: ProposedPair[] }) {
  const [left, setLeft] = useState<string[]>([]);
  const ask = useAction(askMentoringPairs);
  const chosen = matches.filter((one) => !left.includes(keyOf(one)));
  const submit = () =>
    ask.mutate({
      pairs: chosen.map(({ mentor, mentee }) => ({ mentorId: mentor.personId, menteeId: mentee.personId })),
    });
  return (
    <Section
      title="Proposed pairs"
      note="Look at them, then both of each pair are asked. One begins when both say yes."
    >
      <ul className="mentoring-list">
        {matches.map((match) => {
          const key = keyOf(match);
          return (
            <li key={key} className="mentoring-pick">
              <input
                type="checkbox"
                aria-label={`Ask ${match.mentor.name} and ${match.mentee.name}`}
                checked={!left.includes(key)}
                onChange={(event) =>
                  setLeft(event.currentTarget.checked ? left.filter((one) => one !== key) : [...left, key])
                }
              />
              <div>
                <p className="mentoring-name">{`${match.mentor.name} for ${match.mentee.name}`}</p>
                <ul className="mentoring-why">
                  {match.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
                {match.secondBest ? <p className="quiet">{match.secondBest}</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
      <Button className="align-start" loading={ask.isPending} disabled={chosen.length === 0} onClick={submit}>
        {`Ask ${plural(chosen.length, 'pair')}`}
      </Button>
      {ask.error ? <ErrorState error={ask.error} /> : null}
    </Section>
  );
}

function Kept({ pairs }: { pairs: KeptPair[] }) {
  const takeBack = useAction(takeBackMentoringPair);
  const columns: Column<KeptPair>[] = [
    { key: 'mentor', title: 'Mentor', heads: true, value: ({ mentor }) => mentor.name },
    { key: 'mentee', title: 'Mentee', value: ({ mentee }) => mentee.name },
    {
      key: 'state',
      title: 'State',
      value: ({ state, since }) => `${state === 'asked' ? 'asked' : 'since'} ${dayWord(since)}`,
    },
    { key: 'held', title: 'Sessions', numeric: true, value: ({ held }) => held },
    {
      key: 'next',
      title: 'Next one',
      value: ({ nextAt, state }) => (state === 'asked' ? null : nextAt === null ? 'none planned' : 'planned'),
    },
    {
      key: 'half',
      title: 'Half-way said',
      value: ({ halfWay, state }) => (state === 'asked' ? null : `${halfWay} of 2`),
    },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      cell: ({ state, pairId, mentor, mentee }) =>
        state === 'running' ? null : (
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Take back ${mentor.name} for ${mentee.name}`}
            onClick={() => takeBack.mutate({ pairId })}
          >
            Take back
          </Button>
        ),
    },
  ];
  if (pairs.length === 0) return <p className="quiet">None yet.</p>;
  return (
    <>
      <DataTable
        caption="Mentoring pairs"
        quietCaption
        columns={columns}
        rows={pairs}
        rowKey={({ pairId }) => pairId}
        max={25}
      />
      {takeBack.error ? <ErrorState error={takeBack.error} /> : null}
    </>
  );
}
