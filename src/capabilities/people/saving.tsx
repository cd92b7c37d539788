import { useCallback, useEffect, useRef, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { answerQuestion } from './contract.ts';
import type { AnswerKey, QuestionKey } from './questions.ts';

/** Where saving stands: nothing said yet, waiting to be sent, all kept, or refused with a reason. */
export type Saving = { state: 'idle' | 'saving' | 'saved' | 'failed'; error: Error | null };

/** How long an answer waits for the next one, in milliseconds: walking through with the arrow keys is one save. */
const WAIT_MS = 400;

/**
 * Saves answers as they are given: those of one question together, after a short rest, one request at a time, and the
 * rest when the page is left. What could not be saved stays and is sent again by `retry`.
 */
export function useSaving(rater: string | undefined): {
  saving: Saving;
  keep: (key: QuestionKey, personId: number, answer: AnswerKey) => void;
  retry: () => void;
} {
  const { mutateAsync } = useAction(answerQuestion);
  const [saving, setSaving] = useState<Saving>({ state: 'idle', error: null });
  const waiting = useRef(new Map<QuestionKey, Map<number, AnswerKey>>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isSending = useRef(false);

  const send = useCallback(async () => {
    if (isSending.current || waiting.current.size === 0) return;
    isSending.current = true;
    try {
      for (let next = takeOne(waiting.current); next; next = takeOne(waiting.current)) {
        const { key, said } = next;
        const answers = [...said].map(([personId, answer]) => ({ personId, answer }));
        try {
          await mutateAsync({ key, answers, ...(rater ? { rater } : {}) });
        } catch (error) {
          const newer = waiting.current.get(key);
          waiting.current.set(key, new Map([...said, ...(newer ?? [])]));
          throw error;
        }
      }
      setSaving({ state: 'saved', error: null });
    } catch (error) {
      setSaving({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    } finally {
      isSending.current = false;
    }
  }, [mutateAsync, rater]);

  const keep = useCallback(
    (key: QuestionKey, personId: number, answer: AnswerKey) => {
      const said = waiting.current.get(key) ?? new Map<number, AnswerKey>();
      said.set(personId, answer);
      waiting.current.set(key, said);
      setSaving({ state: 'saving', error: null });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), WAIT_MS);
    },
    [send],
  );

  useEffect(() => {
    const leave = () => void send();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      clearTimeout(timer.current);
      leave();
    };
  }, [send]);

  return { saving, keep, retry: () => void send() };
}

function takeOne(waiting: Map<QuestionKey, Map<number, AnswerKey>>) {
  for (const [key, said] of waiting) {
    waiting.delete(key);
    if (said.size > 0) return { key, said };
  }
  return null;
}
