import type { DataHealth } from '../../records/work/types.ts';
import { Go } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { countWord, dayWord } from '../../web/words.ts';
import { sayDifficulty } from './difficulty-words.ts';

const share = (part: number, whole: number) =>
  whole === 0 ? countWord(part) : `${countWord(part)} (${Math.round((100 * part) / whole)}%)`;

function factsOf(health: DataHealth): [string, string][] {
  const { tickets } = health;
  const period =
    health.firstDay && health.lastDay ? `${dayWord(health.firstDay)} to ${dayWord(health.lastDay)}` : 'no dates';
  return [
    ['Tickets', countWord(tickets)],
    ['Period', period],
    ['Resolved', share(health.resolved, tickets)],
    ['People', countWord(health.people)],
    ['Teams', countWord(health.teams)],
    ['Clients', countWord(health.clients)],
    ['Categories', countWord(health.categories)],
    ['Began unassigned', share(health.startedUnassigned, tickets)],
    ['Handed on', share(health.handedOn, tickets)],
    ['Reopened', share(health.reopened, tickets)],
    ['With minutes worked', share(health.withMinutes, tickets)],
    ["With the client's satisfaction", share(health.withSatisfaction, tickets)],
    ...(health.widestTeam
      ? [
          [
            'Widest team',
            `${health.widestTeam.name}, ${countWord(health.widestTeam.firstAssignees)} first assignees`,
          ] as [string, string],
        ]
      : []),
  ];
}

/** How complete the tickets of a file are, before anything is concluded from them. */
export function Health({ health, fileName }: { health: DataHealth; fileName: string }) {
  return (
    <Section title={`What ${fileName} held`}>
      <dl className="facts">
        {factsOf(health).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        {sayDifficulty(health) ?? 'Nobody said in this file how hard tickets looked before they were handed out.'}{' '}
        <Go to="/triage">Say it for tickets that nobody has yet</Go>
      </p>
    </Section>
  );
}
