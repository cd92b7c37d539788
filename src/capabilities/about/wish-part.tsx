import { useId } from 'react';
import type { Aspiration } from '../../records/people/types.ts';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { type PersonAbout, readAboutMe, sayWish } from './contract.ts';

const WISHES: readonly { value: Aspiration; title: string; text: string }[] = [
  { value: 'wants-to-lead', title: 'I want to lead', text: 'People, practice, a mentor, and a way back.' },
  { value: 'technical-path', title: 'The technical path', text: 'Depth, and being the one to ask. Equal in standing.' },
  { value: 'not-now', title: 'Not now', text: 'Costs nothing, anywhere, and can change any day.' },
  { value: 'not-asked', title: 'I haven’t said', text: 'Lowers nobody.' },
];

/** What one wants, said by oneself: it is kept as soon as it is chosen. */
export function WishPart({ wish }: { wish: PersonAbout['wish'] }) {
  const name = useId();
  const say = useAction(sayWish, { invalidates: [readAboutMe] });
  const chosen = say.isPending ? say.variables.aspiration : wish.aspiration;
  return (
    <Section
      title="What I want"
      note="Your lead, and whoever decides about a seat, read this. It comes before every number, and a no costs nothing."
    >
      <fieldset className="about-wish">
        <legend className="only-heard">What I want</legend>
        {WISHES.map(({ value, title, text }) => (
          <label key={value} className="about-wish-choice">
            <input
              type="radio"
              name={name}
              checked={chosen === value}
              onChange={() => say.mutate({ aspiration: value })}
            />
            <span>
              <strong>{title}</strong> <span className="quiet">{text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="quiet" role="status">
        {wish.day ? `Said on ${dayWord(wish.day)}.` : 'Nothing said yet.'}
      </p>
      {say.error ? <ErrorState error={say.error} /> : null}
    </Section>
  );
}
