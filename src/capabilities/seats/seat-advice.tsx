import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Verdict } from '../../records/verdicts/types.ts';
import { Door } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { countWord, dayWord, levelNumber, plural } from '../../web/words.ts';
import { Candidates } from './candidates.tsx';
import { ChangeSeat } from './change-seat.tsx';
import { type Choice, peopleToChoose, type SeatList } from './choices.ts';
import type { SeatRow } from './contract.ts';
import { HandsOnQuestion } from './hands-on.tsx';
import { HoldSeat } from './hold-seat.tsx';
import { NeedBar } from './need-bar.tsx';
import { Doors, Reasons } from './reasons.tsx';
import { sayAnswer, sayDistance, sayHolder } from './seat-words.ts';

type SeatAdviceProps = { row: SeatRow; verdict: Verdict; limits: string[]; all: SeatList | null };

/** Our advice for one seat: what it asks for, the answer, why, who stands side by side, what would change it. */
export function SeatAdvice({ row, verdict, limits, all }: SeatAdviceProps) {
  const [asked, setAsked] = useState<'hold' | 'change' | null>(null);
  const done = () => setAsked(null);
  const change = (
    <Button variant="default" onClick={() => setAsked('change')}>
      Change this seat
    </Button>
  );
  return (
    <Page title={verdict.title} sentence={verdict.kindSentence} actions={change}>
      <Facts row={row} />
      {verdict.distance.status === 'asked' ? <HandsOnQuestion row={row} text={verdict.distance.text} /> : null}
      <Advice verdict={verdict} onHold={() => setAsked('hold')} />
      <Candidates verdict={verdict} />
      <Changes verdict={verdict} />
      <Limits verdict={verdict} limits={limits} />
      {asked === 'hold' ? (
        <HoldSeat row={row} people={choicesOf(verdict, all)} answer={verdict.answer} onDone={done} />
      ) : null}
      {asked === 'change' ? <ChangeSeat row={row} seats={all?.seats ?? []} onDone={done} /> : null}
    </Page>
  );
}

/** Everybody; until the list is read, those who were looked at. */
function choicesOf(verdict: Verdict, all: SeatList | null): Choice[] {
  if (all) return peopleToChoose(all);
  return verdict.candidates.map(({ personId, name }) => ({ value: String(personId), label: name }));
}

function Facts({ row }: { row: SeatRow }) {
  const { seat, demand, load } = row;
  return (
    <dl className="seat-facts">
      <div>
        <dt>{seat.holderId === null ? 'Now' : 'Held by'}</dt>
        <dd>
          {seat.holderId === null ? (
            sayHolder(seat, row.holderName, dayWord)
          ) : (
            <Go to={`/people/${seat.holderId}`}>
              <bdi>{sayHolder(seat, row.holderName, dayWord)}</bdi>
            </Go>
          )}
        </dd>
      </div>
      <div>
        <dt>Distance</dt>
        <dd>
          <Door to={`distance/${seat.seatId}`}>{sayDistance(row.distance)}</Door>
        </dd>
      </div>
      <div>
        <dt>Needs</dt>
        <dd className="seat-facts-need">
          <NeedBar demand={demand} />
          <span>
            <Door to={`demand/${seat.seatId}/technical`}>{levelNumber(demand.technical)} with the work</Door>,{' '}
            <Door to={`demand/${seat.seatId}/people`}>{levelNumber(demand.people)} with people</Door>
          </span>
        </dd>
      </div>
      {load?.sentence ? (
        <div>
          <dt>Hours</dt>
          <dd>
            <Door to={`load/${seat.seatId}`}>{load.sentence}</Door>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Advice({ verdict, onHold }: { verdict: Verdict; onHold: () => void }) {
  const { answer } = verdict;
  return (
    <section className="advice" aria-label="Our advice">
      <p className="advice-says">{sayAnswer(verdict)}</p>
      {answer.kind === 'keep' && answer.needs.length > 0 ? <HolderNeeds needs={answer.needs} /> : null}
      <Reasons verdict={verdict} />
      <div className="advice-acts">
        <Button onClick={onHold}>{verdict.holderId === null ? 'Decide' : 'Change who holds it'}</Button>
        <Go to="/questions?second=yes">Give or ask for a second view</Go>
      </div>
      <p className="quiet">Evenkeel advises; you decide. Nothing happens until you record it.</p>
    </section>
  );
}

function HolderNeeds({ needs }: { needs: { text: string; kind: string }[] }) {
  return (
    <div>
      <h2 className="advice-heading">What its holder needs first</h2>
      <ul className="advice-needs">
        {needs.map(({ kind, text }) => (
          <li key={`${kind}${text}`}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Changes({ verdict }: { verdict: Verdict }) {
  const { flips, flipsNote } = verdict;
  if (flips.length === 0 && !flipsNote) return null;
  return (
    <Section title="What would change this">
      {flips.length === 0 ? <p>{flipsNote}</p> : null}
      {flips.length > 0 ? (
        <ol className="flips">
          {flips.map((flip) => (
            <li key={flip.text}>
              <p>{flip.text}</p>
              <p className="quiet">
                Then: {flip.wouldSay} {flip.key ? <Doors rules={[flip.key]} evidence={[]} verdict={verdict} /> : null}
              </p>
            </li>
          ))}
        </ol>
      ) : null}
    </Section>
  );
}

function Limits({ verdict, limits }: { verdict: Verdict; limits: string[] }) {
  const { observations, raters, tickets, ticketsNote } = verdict.evidence;
  const rests = [
    observations > 0
      ? `${plural(observations, 'answer')} by ${raters === 1 ? 'one person' : `${countWord(raters)} people`}`
      : null,
    tickets > 0 ? plural(tickets, 'ticket') : null,
  ].filter((part) => part !== null);
  const said = [...(ticketsNote ? [ticketsNote] : []), ...limits.filter((limit) => limit !== ticketsNote)];
  return (
    <Section title="What the data can't tell">
      <p>
        {rests.length > 0
          ? `This rests on ${rests.join(' and ')}.`
          : 'Nobody has said anything about the candidates yet.'}
      </p>
      {said.length > 0 ? (
        <ul className="limits">
          {said.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
