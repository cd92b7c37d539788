import { Section } from '../../web/section.tsx';
import { dayWord } from '../../web/words.ts';
import { AddNeed } from './add-need.tsx';
import type { ShownPlan } from './contract.ts';
import { NeedPart } from './need-part.tsx';
import { PathsPart } from './paths-part.tsx';
import { ProposeForm } from './propose-form.tsx';
import { StepList } from './step-list.tsx';
import { WayOut, WordPart } from './word-part.tsx';
import { comingSteps, dueSteps, nameOf } from './words.ts';

const MOST_COMING = 4;

/** A plan: whose word it waits for, what comes next, then need by need. */
export function PlanView({ shown }: { shown: ShownPlan }) {
  const { plan } = shown;
  const isOpen = plan !== null && (plan.state === 'proposed' || plan.state === 'agreed');
  return (
    <>
      {isOpen ? <OpenPlan shown={shown} plan={plan} /> : <ProposeForm shown={shown} />}
      <Completed shown={shown} />
      {shown.paths ? <PathsPart paths={shown.paths} /> : null}
      <Earlier shown={shown} />
    </>
  );
}

type OpenProps = { shown: ShownPlan; plan: NonNullable<ShownPlan['plan']> };

function OpenPlan({ shown, plan }: OpenProps) {
  const due = dueSteps(plan.needs, shown.today);
  const coming = comingSteps(plan.needs, Math.max(due.length, MOST_COMING));
  return (
    <>
      <WordPart shown={shown} plan={plan} />
      {plan.state === 'agreed' && coming.length > 0 ? (
        <Section title="Next steps">
          <StepList steps={coming} shown={shown} named />
        </Section>
      ) : null}
      <Section
        title="What it is about"
        note={`One training and one practice each, tried three times with feedback. Gaps as they were found on ${dayWord(plan.proposedOn)}.`}
      >
        {plan.needs.map((need) => (
          <NeedPart key={need.competency} need={need} shown={shown} />
        ))}
        <Rest plan={plan} />
        <AddNeed shown={shown} plan={plan} />
        {plan.state === 'agreed' ? <WayOut shown={shown} plan={plan} /> : null}
      </Section>
    </>
  );
}

/** What the plan leaves out, and why. */
function Rest({ plan: { later, toFindOut } }: Pick<OpenProps, 'plan'>) {
  const list = (of: readonly Parameters<typeof nameOf>[0][]) => of.map((one) => nameOf(one).toLowerCase()).join(', ');
  return (
    <ul className="list quiet">
      {later.length > 0 ? <li>{`Also short, for the next plan: ${list(later)}.`}</li> : null}
      {toFindOut.length > 0 ? <li>{`Nothing was known of: ${list(toFindOut)}. Ask somebody for a view.`}</li> : null}
    </ul>
  );
}

function Completed({ shown: { completed, mine, called } }: { shown: ShownPlan }) {
  if (completed.length === 0) return null;
  return (
    <Section title={mine ? 'Courses you completed' : `Courses ${called} completed`}>
      <ul className="list">
        {completed.map(({ title, doneOn }) => (
          <li key={`${title} ${doneOn}`}>
            {title} <span className="quiet">{dayWord(doneOn)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Earlier({ shown: { earlier } }: { shown: ShownPlan }) {
  if (earlier.length === 0) return null;
  return (
    <Section title="Earlier plans">
      <ul className="list">
        {earlier.map(({ startsOn, closedOn, aim }) => (
          <li key={startsOn}>{`${dayWord(startsOn)} to ${dayWord(closedOn)}, for ${aim}`}</li>
        ))}
      </ul>
    </Section>
  );
}
