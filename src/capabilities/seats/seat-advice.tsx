import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sayNobody } from '../../model/cover-words.ts';
import { capitalise } from '../../model/words.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import { Door } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { countWord, dayWord, levelNumber, plural } from '../../web/words.ts';
import { useYou } from '../../web/you.tsx';
import { Candidates } from './candidates.tsx';
import { ChangeSeat } from './change-seat.tsx';
import { type Choice, peopleToChoose } from './choices.ts';
import { ClosedAdvicePart, OpenSince } from './closed-advice.tsx';
import type { SeatAnswer, SeatList, SeatRow } from './contract.ts';
import { DecideButtons, OpenTrial } from './decide-buttons.tsx';
import { HandsOnQuestion } from './hands-on.tsx';
import { HiddenDifficulty } from './hidden-difficulty.tsx';
import type { How } from './hold.ts';
import { HoldSeat } from './hold-seat.tsx';
import { HolderNeeds } from './holder-needs.tsx';
import { NeedBar } from './need-bar.tsx';
import { Doors, Reasons } from './reasons.tsx';
import { sayAnswer, sayDistance, sayHolder } from './seat-words.ts';

type SeatAdviceProps = SeatAnswer & { all: SeatList | null };

/** Our advice for one seat: what it asks for, the answer, why, who stands side by side, what would change it. */
export function SeatAdvice({
  row,
  verdict,
  closed,
  limits,
  disputes,
  decision,
  trial,
  jumpIn,
  mayChange,
  all,
}: SeatAdviceProps) {
  const [asked, setAsked] = useState<How | 'change' | null>(null);
  const done = () => setAsked(null);
  const { standing } = useYou();
  const { seat, distance } = row;
  const change = mayChange ? (
    <Button variant="default" onClick={() => setAsked('change')}>
      Change this seat
    </Button>
  ) : null;
  const people = choicesOf(verdict, all);
  const answer = verdict?.answer ?? null;
  const decide = row.mayHold ? (
    <DecideButtons row={row} trial={trial} answer={answer} onHold={setAsked} />
  ) : trial ? (
    <OpenTrial trial={trial} />
  ) : null;
  return (
    <Page title={seat.title} sentence={row.kindSentence} actions={change}>
      <Facts row={row} jumpIn={jumpIn} />
      {distance.status === 'asked' && mayChange ? <HandsOnQuestion row={row} text={distance.text} /> : null}
      {verdict ? (
        <>
          <Advice verdict={verdict} decide={decide} />
          <OpenSince seatId={seat.seatId} decision={decision} />
          <Candidates verdict={verdict} disputes={disputes} />
          <Changes verdict={verdict} />
          <HiddenDifficulty verdict={verdict} />
          <Limits verdict={verdict} limits={limits} />
        </>
      ) : null}
      {closed ? <ClosedAdvicePart closed={closed} decision={decision} decide={decide} /> : null}
      <Versions of={verdict ?? closed} />
      {asked === 'holds' || asked === 'open' ? (
        <HoldSeat row={row} people={people} answer={answer} isClosed={closed !== null} how={asked} onDone={done} />
      ) : null}
      {asked === 'change' ? (
        <ChangeSeat
          row={row}
          seats={all?.seats ?? []}
          people={people}
          deciderId={standing === 'service-manager' ? undefined : decision.deciderId}
          onDone={done}
        />
      ) : null}
    </Page>
  );
}

/** Everybody; until the list is read, those who were looked at. */
function choicesOf(verdict: Verdict | null, all: SeatList | null): Choice[] {
  if (all) return peopleToChoose(all);
  return (verdict?.candidates ?? []).map(({ personId, name }) => ({ value: String(personId), label: name }));
}

function Facts({ row, jumpIn }: { row: SeatRow; jumpIn: SeatAnswer['jumpIn'] }) {
  const { seat, demand, load } = row;
  const nobody = jumpIn && (sayNobody(jumpIn) ?? 'somebody can jump in at every hour');
  return (
    <dl className="seat-facts">
      <div>
        <dt>{seat.holderId === null ? 'Now' : 'Held by'}</dt>
        <dd>
          {seat.holderId === null || row.sight === 'hidden' ? (
            sayHolder(row, dayWord)
          ) : (
            <Go to={`/people/${seat.holderId}`}>
              <bdi>{sayHolder(row, dayWord)}</bdi>
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
      {nobody ? (
        <div>
          <dt>Jump-in cover</dt>
          <dd>
            <Go to="/cover">{capitalise(nobody)}</Go>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Advice({ verdict, decide }: { verdict: Verdict; decide: ReactNode }) {
  const { answer } = verdict;
  return (
    <section className="advice" aria-label="Our advice">
      <p className="advice-says">{sayAnswer(verdict)}</p>
      {answer.kind === 'keep' && answer.needs.length > 0 ? <HolderNeeds needs={answer.needs} /> : null}
      <Reasons verdict={verdict} />
      <div className="advice-acts">
        {decide}
        <Go to="/questions?second=yes">Give or ask for a second view</Go>
      </div>
      <p className="quiet">Evenkeel advises; you decide. Nothing happens until you record it.</p>
    </section>
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

type Versioned = Pick<Verdict, 'dataVersion' | 'modelVersion' | 'playbookVersion'>;

/** What the advice was made from, so that it can be made again. */
function Versions({ of }: { of: Versioned | null }) {
  if (of === null) return null;
  return (
    <p className="quiet advice-versions">
      Data version {of.dataVersion}, model {of.modelVersion}, playbook {of.playbookVersion}.
    </p>
  );
}
