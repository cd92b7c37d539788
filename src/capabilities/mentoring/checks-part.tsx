import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CheckAnswer, CheckMoment } from '../../records/mentoring/types.ts';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { type MentoringTalk, readMentoringPair, sayMentoringCheck } from './contract.ts';
import { ANSWER_WORDS } from './words.ts';

const MOMENTS: Record<CheckMoment, string> = { 'half-way': 'Half-way', end: 'At the end' };

/** Half-way and at the end each says whether it is worth the time; the other reads it. */
export function Checks({ talk }: { talk: MentoringTalk }) {
  const { checks, state, halfWayOn, today, with: other } = talk;
  const moment: CheckMoment = state === 'ended' ? 'end' : 'half-way';
  const mine = checks.find((one) => one.moment === moment && one.by.personId !== other.personId);
  const isTime = state === 'ended' || (halfWayOn !== null && today >= halfWayOn);
  return (
    <Section
      title="Is it worth your time?"
      note={`${other.name} will be able to read this. Others see only that you said something.`}
    >
      {checks.map(({ by, moment: when, answer, text }) => (
        <p key={`${by.personId} ${when}`}>
          {`${MOMENTS[when]}, ${by.personId === other.personId ? other.name : 'you'}: ${ANSWER_WORDS[answer]}.`}
          {text ? ` ${text}` : ''}
        </p>
      ))}
      {!isTime && halfWayOn ? (
        <p className="quiet">{`Half-way is on ${dayWord(halfWayOn)}: you are both asked then.`}</p>
      ) : null}
      {isTime && !mine ? <CheckForm talk={talk} moment={moment} /> : null}
    </Section>
  );
}

function CheckForm({ talk, moment }: { talk: MentoringTalk; moment: CheckMoment }) {
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const [text, setText] = useState('');
  const say = useAction(sayMentoringCheck, { invalidates: [readMentoringPair] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer) say.mutate({ pairId: talk.pairId, moment, answer, text });
  };
  return (
    <form className="mentoring-form" onSubmit={submit}>
      <Radio.Group
        label={`${MOMENTS[moment]}: this is`}
        value={answer}
        onChange={(value) => setAnswer(value as CheckAnswer)}
      >
        {(Object.keys(ANSWER_WORDS) as CheckAnswer[]).map((one) => (
          <Radio key={one} value={one} label={ANSWER_WORDS[one]} mt={8} />
        ))}
      </Radio.Group>
      <Textarea
        label="What should stay or change, if you like"
        maxLength={500}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" className="align-start" variant="default" disabled={!answer} loading={say.isPending}>
        Say it
      </Button>
      {say.error ? <ErrorState error={say.error} /> : null}
    </form>
  );
}
