import { sayCriterion } from '../../model/trial-criteria.ts';
import { capitalise } from '../../model/words.ts';
import { Go } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { dayWord } from '../../web/words.ts';
import type { TrialAnswer } from './contract.ts';
import { HowItGoesOn } from './goes-on.tsx';
import { ReviewItem } from './review-item.tsx';
import { TurnPart } from './turn-part.tsx';
import { sayHours } from './words.ts';

/** Everything about one trial. */
export function TrialParts({ trial }: { trial: TrialAnswer }) {
  return (
    <>
      <TurnPart trial={trial} />
      {trial.endWords ? <EndWords trial={trial} /> : null}
      <Agreed trial={trial} />
      {trial.state === 'proposed' || trial.state === 'agreed' ? null : <Reviews trial={trial} />}
      <HowItGoesOn trial={trial} />
    </>
  );
}

function EndWords({ trial: { endSide, endWords, person, decider } }: { trial: TrialAnswer }) {
  return (
    <blockquote className="trial-words">
      <p>
        <bdi>{endWords}</bdi>
      </p>
      <footer className="quiet">{endSide === 'person' ? person.name : capitalise(decider)}, at the end</footer>
    </blockquote>
  );
}

/** Where a measure of the team is looked up. */
const MEASURE_PAGES = {
  talks: '/one-on-ones',
  'jump-in': '/cover',
  'after-hours': '/teams/conditions',
  reopened: '/teams',
  satisfied: '/teams',
  stuck: '/today',
} as const;

function Agreed({ trial }: { trial: TrialAnswer }) {
  const { criteria, promise, untilDay, reviews, extended, state } = trial;
  const fromDay = trial.fromDay ?? trial.startDay;
  const title = state === 'proposed' ? 'What is proposed' : 'What you both agreed on';
  return (
    <Section title={title}>
      <dl className="facts">
        <div>
          <dt>{fromDay === null ? 'Until' : 'From, until'}</dt>
          <dd>{fromDay === null ? dayWord(untilDay) : `${dayWord(fromDay)} – ${dayWord(untilDay)}`}</dd>
        </div>
        <div>
          <dt>Own tickets meanwhile</dt>
          <dd>{sayHours(trial)}</dd>
        </div>
        {state === 'proposed' || state === 'agreed' ? (
          <div>
            <dt>Looked at together</dt>
            <dd>{reviews.map(({ day }) => dayWord(day)).join(', ')}</dd>
          </div>
        ) : null}
        <div>
          <dt>Decides</dt>
          <dd>
            <bdi>{capitalise(trial.decider)}</bdi>
          </dd>
        </div>
      </dl>
      <div>
        <h3 className="trial-heading">What you both look for</h3>
        <ol className="list trial-criteria">
          {criteria.map((one) => (
            <li key={`${one.kind}${one.text}`}>
              <bdi>{sayCriterion(one)}</bdi>
              {one.kind === 'measure' ? (
                <>
                  {' '}
                  <span className="quiet">
                    (<Go to={MEASURE_PAGES[one.measure]}>where it stands now</Go>)
                  </span>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
      <div className="trial-promise">
        <h3 className="trial-heading">The way back</h3>
        <p>{promise}</p>
      </div>
      {extended.map(({ from, until, because, asked, on }) => (
        <p key={on + until} className="quiet">
          Made longer on {dayWord(on)}, from {dayWord(from)} to {dayWord(until)}, as{' '}
          {asked === 'person' ? trial.person.name : trial.decider} asked: <bdi>{because}</bdi>
        </p>
      ))}
    </Section>
  );
}

function Reviews({ trial }: { trial: TrialAnswer }) {
  return (
    <Section
      title="How it goes"
      note={`${trial.you === 'person' ? 'Your words' : `${trial.person.name}’s words`} come first; then those of whoever decides. You both read all of it.`}
    >
      <ul className="trial-reviews">
        {trial.reviews.map((review) => (
          <ReviewItem key={review.reviewId} review={review} trial={trial} />
        ))}
      </ul>
      {trial.reviews.length === 0 ? <p className="quiet">No day to look at it is left.</p> : null}
    </Section>
  );
}
