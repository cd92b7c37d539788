import { IntervalBar } from '../../web/charts/interval.tsx';
import { Door } from '../../web/door.tsx';
import { HiddenNote } from '../../web/hidden-note.tsx';
import { Section } from '../../web/section.tsx';
import { dayWord, levelNumber, plural } from '../../web/words.ts';
import type { OwnNumber, PersonAbout } from './contract.ts';
import { OwnRemarks } from './own-remarks.tsx';
import { SayButton, type Saying } from './say-something.tsx';

type NumbersProps = { about: PersonAbout; onSay: ((saying: Saying) => void) | null };

/** Both sides and their competencies as they are now; a new number is here before anybody else sees it. */
export function NumbersPart({ about, onSay }: NumbersProps) {
  const { numbers, aloneUntil } = about;
  if (numbers.length === 0) return null;
  return (
    <Section
      title="My numbers"
      note="Two measures of a person, never a type of person. The dot is our best estimate; the line is where it probably lies (8 times in 10)."
    >
      {aloneUntil ? (
        <div className="notice">
          <p className="notice-title">Others see what is new here from {dayWord(aloneUntil)}.</p>
          <p className="quiet">Until then it is yours alone. Say something before others see it.</p>
        </div>
      ) : null}
      <ul className="about-numbers">
        {numbers.map((one) => (
          <NumberRow key={one.about} one={one} about={about} onSay={onSay} />
        ))}
      </ul>
      {numbers.some(({ tickets }) => tickets > 0) ? <HiddenNote /> : null}
    </Section>
  );
}

function NumberRow({ one, about, onSay }: NumbersProps & { one: OwnNumber }) {
  const { title, side, estimate, tooLittle, isNew } = one;
  const words = tooLittle ?? `about ${levelNumber(estimate.mean)}`;
  return (
    <li className={one.competency === null ? 'about-number about-side' : 'about-number'}>
      <div>
        <h3 className={one.competency === null ? side : undefined}>{title}</h3>
        {isNew ? <p className="about-new">New: yours alone for now</p> : null}
      </div>
      <div>
        <IntervalBar
          side={side}
          estimate={tooLittle === null ? estimate : null}
          label={title}
          named={one.competency === null}
        />
        <p className="about-words">
          <Door to={one.about} label={`${title}: ${words}; open the evidence`}>
            {words}
          </Door>
          <span className="quiet">{restsOn(one)}</span>
        </p>
        <OwnRemarks remarks={about.remarks} about={one.about} />
        <SayButton saying={{ about: one.about, title }} onSay={onSay} />
      </div>
    </li>
  );
}

function restsOn({ views, raters, tickets }: OwnNumber): string {
  const parts = [
    ...(views > 0 ? [`${plural(views, 'view')} by ${plural(raters, 'person', 'people')}`] : []),
    ...(tickets > 0 ? [plural(tickets, 'ticket')] : []),
  ];
  return parts.length > 0 ? ` · ${parts.join(' · ')}` : '';
}
