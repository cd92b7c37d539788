import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { dayOf } from '../../base/time.ts';
import { AGAIN, type Again, type Stayed, TEAM_SINCE, type TeamSince } from '../../records/decisions/types.ts';
import { ChoiceLine } from '../../web/choice-line.tsx';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { type JournalEntry, lookBack } from './contract.ts';
import { OwnWords } from './own-words.tsx';
import { AGAIN_CHOICES, AGAIN_WORDS, STAYED_WORDS, TEAM_WORDS } from './words.ts';

/** What became of a decision: as whoever decides sees it, and in the words of whom it was about. */
export function Became({ entry }: { entry: JournalEntry }) {
  const [isOpen, setOpen] = useState(entry.isDue);
  const { review, reviewDay, mayReview } = entry;
  const done = () => setOpen(false);
  return (
    <Section title={isOpen && review === null ? 'Look back on it' : 'What became of it'}>
      {review ? <Reviewed review={review} /> : null}
      {review === null && !mayReview ? (
        <p className="quiet">
          {reviewDay === null
            ? 'It was corrected on its day, or never took effect: there is nothing to look back on.'
            : `Whoever decides looks back on it ${reviewDay > entry.today ? `from ${dayWord(reviewDay)} on` : 'now'}.`}
        </p>
      ) : null}
      {mayReview && isOpen ? <LookBackForm entry={entry} onDone={done} /> : null}
      {mayReview && !isOpen ? (
        <div>
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {review ? 'Change it' : 'Look back on it'}
          </Button>
        </div>
      ) : null}
      <OwnWords entry={entry} />
    </Section>
  );
}

function Reviewed({ review }: { review: NonNullable<JournalEntry['review']> }) {
  const { again, stayed, team, words, by, at } = review;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>Decide so again?</dt>
          <dd>{AGAIN_WORDS[again]}</dd>
        </div>
        <div>
          <dt>Where it led</dt>
          <dd>{STAYED_WORDS[stayed]}</dd>
        </div>
        <div>
          <dt>The team</dt>
          <dd>{TEAM_WORDS[team]}</dd>
        </div>
      </dl>
      <blockquote className="journal-words">
        {words ? (
          <p>
            <bdi>{words}</bdi>
          </p>
        ) : null}
        <footer className="quiet">
          {by}, {dayWord(dayOf(at))}
        </footer>
      </blockquote>
    </>
  );
}

const OF_PERSON: readonly Stayed[] = ['there', 'moved-on', 'went-back', 'left'];
const OF_SEAT: readonly Stayed[] = ['open', 'filled'];

function LookBackForm({ entry, onDone }: { entry: JournalEntry; onDone: () => void }) {
  const { decisionId, review, kind, stayedSoFar } = entry;
  const [again, setAgain] = useState<Again | null>(review?.again ?? null);
  const [stayed, setStayed] = useState<Stayed>(review?.stayed ?? stayedSoFar);
  const [team, setTeam] = useState<TeamSince | null>(review?.team ?? null);
  const [words, setWords] = useState(review?.words ?? '');
  const save = useAction(lookBack);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (again === null || team === null) return;
    save.mutate({ decisionId, again, stayed, team, words: words.trim() || null }, { onSuccess: onDone });
  };
  return (
    <form className="journal-form" onSubmit={submit}>
      <ChoiceLine
        legend="Knowing what you know now: would you decide so again?"
        values={AGAIN}
        words={AGAIN_CHOICES}
        value={again}
        onChange={setAgain}
      />
      <ChoiceLine
        legend="Where it led"
        values={kind === 'leave-open' ? OF_SEAT : OF_PERSON}
        words={STAYED_WORDS}
        value={stayed}
        onChange={setStayed}
      />
      <ChoiceLine
        legend="The team, against then"
        values={TEAM_SINCE}
        words={TEAM_WORDS}
        value={team}
        onChange={setTeam}
      />
      <Textarea
        label="What happened, and what would have helped"
        required={again === 'no'}
        rows={3}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="page-actions">
        <Button type="submit" disabled={again === null || team === null} loading={save.isPending}>
          Keep it
        </Button>
        {review || !entry.isDue ? (
          <Button variant="default" onClick={onDone}>
            Leave it
          </Button>
        ) : null}
      </div>
      {save.error ? <ErrorState error={save.error} /> : null}
    </form>
  );
}
