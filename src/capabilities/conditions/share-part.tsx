import { Switch } from '@mantine/core';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { type OwnConditions, readConditions, shareConditions } from './contract.ts';

/** Whether one's lead sees one's weeks: off until one says otherwise, and off again at once. */
export function SharePart({ own }: { own: OwnConditions }) {
  const share = useAction(shareConditions, { invalidates: [readConditions] });
  const { leads, withLead } = own;
  const lead = leads.join(' and ') || 'your lead';
  const on = share.isPending ? share.variables.withLead : withLead;
  return (
    <Section title={`What ${leads.length > 0 ? lead : 'my lead'} sees`}>
      <Switch
        label={`Let ${lead} see my weeks`}
        description="All of the above but interruptions, from now on, until you switch it off. A day on which they changed for long may then be a reason to ask how you are."
        checked={on}
        onChange={(event) => share.mutate({ withLead: event.currentTarget.checked })}
      />
      <ul className="condition-sees">
        <li>
          Always, of a team of five or more besides the lead: sums such as “after-hours work has risen since October”.
        </li>
        <li>Always: on how many people on-call falls, when you last took a growth step, and 1:1s that were skipped.</li>
        <li>Never: interruptions by person, a mood, a guess at who may leave. None of it is worked out anywhere.</li>
        <li>Whoever decides about a seat gets none of it, and our advice never reads it.</li>
      </ul>
      {share.error ? <ErrorState error={share.error} /> : null}
    </Section>
  );
}
