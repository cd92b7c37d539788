import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ErrorState } from '../../web/states.tsx';
import { answersIn, countAnswered, firstOpenRound, withAnswer } from './answering.ts';
import type { QuestionRound } from './contract.ts';
import { Done } from './done.tsx';
import { Progress } from './progress.tsx';
import { QuestionRows } from './question-rows.tsx';
import type { AnswerKey } from './questions.ts';
import { useSaving } from './saving.tsx';

type AskingProps = {
  rounds: readonly QuestionRound[];
  rater: string | undefined;
  raterName: string | null;
  mayTypeForOthers: boolean;
};

/** Leads through the questions, keeps what is said, and ends with what to do next. */
export function Asking({ rounds, rater, raterName, mayTypeForOthers }: AskingProps) {
  const [answers, setAnswers] = useState(() => answersIn(rounds));
  const [at, setAt] = useState(() => firstOpenRound(rounds, answers));
  const [isDone, setDone] = useState(false);
  const { saving, keep, retry } = useSaving(rater);
  const top = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, or the end, is what the reader is taken to
  useEffect(() => {
    if (!hasMoved.current) return;
    top.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [at, isDone]);
  const go = (to: number) => {
    hasMoved.current = true;
    setDone(to >= rounds.length);
    setAt(Math.min(Math.max(to, 0), rounds.length - 1));
  };
  const round = rounds[at];
  if (!round) return null;
  const say = (personId: number, answer: AnswerKey) => {
    setAnswers((before) => withAnswer(before, round.key, personId, answer));
    keep(round.key, personId, answer);
  };
  const counts = rounds.map((one) => ({ answered: countAnswered(one, answers), of: one.people.length }));
  return (
    <div ref={top} className="asking">
      {saving.error ? <ErrorState error={saving.error} retry={retry} /> : null}
      {isDone ? (
        <Done
          heading={heading}
          raterName={raterName}
          mayTypeForOthers={mayTypeForOthers}
          people={rounds[0]!.people}
          saving={saving}
          isEmpty={counts.every((count) => count.answered === 0)}
          onBack={() => go(rounds.length - 1)}
        />
      ) : (
        <>
          <div className="asking-head">
            <Progress at={at} counts={counts} saving={saving} onGo={go} />
            <h2 ref={heading} tabIndex={-1}>
              {round.text}
            </h2>
          </div>
          <p className="quiet">{round.help}</p>
          <QuestionRows questionKey={round.key} people={round.people} answers={answers[round.key] ?? {}} onSay={say} />
          <Steps at={at} last={rounds.length - 1} left={counts[at]!.of - counts[at]!.answered} onGo={go} />
        </>
      )}
    </div>
  );
}

type StepsProps = { at: number; last: number; left: number; onGo: (to: number) => void };

function Steps({ at, last, left, onGo }: StepsProps) {
  return (
    <div className="asking-steps">
      <Button variant="default" size="md" disabled={at === 0} onClick={() => onGo(at - 1)}>
        Back
      </Button>
      <Button size="md" onClick={() => onGo(at + 1)}>
        {at === last ? 'Finish' : 'Next question'}
      </Button>
      {left > 0 ? <p className="quiet">{left} without an answer. That is fine: it adds nothing, either way.</p> : null}
    </div>
  );
}
