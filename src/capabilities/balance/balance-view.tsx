import { useMemo, useState } from 'react';
import { drawPicture } from '../../model/picture/draw.ts';
import { sayPicture } from '../../model/picture/sentence.ts';
import { GoButton } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { BalancePicture } from './balance-picture.tsx';
import { Changes } from './changes.tsx';
import type { Balance } from './contract.ts';
import { Going } from './going.tsx';
import { LeadWeeks } from './lead-weeks.tsx';
import { NextSteps, type Owner } from './next-steps.tsx';
import { SizeControl } from './size-control.tsx';

/** The sentence, the picture, the size to try, and what to do next. */
export function BalanceView({ balance }: { balance: Balance }) {
  const { picture: input } = balance;
  const [size, setSize] = useState(input.technicians);
  const picture = useMemo(() => drawPicture(input, size), [input, size]);
  const sentence = size === input.technicians ? balance.sentence : sayPicture(input, size);
  if (input.seats.length === 0) return <NoSeats sentence={balance.sentence} />;
  return (
    <div className="page balance-page">
      <title>Balance · Evenkeel</title>
      <h1 tabIndex={-1} className="balance-sentence" aria-live="polite">
        {sentence}
      </h1>
      <BalancePicture picture={picture} teams={input.teams} sentence={sentence}>
        <SizeControl today={input.technicians} size={size} onSize={setSize} />
        <LeadWeeks />
      </BalancePicture>
      {input.seats.some((seat) => seat.sight === 'hidden') ? (
        <p className="quiet">
          Your own seat is drawn with its numbers; the others by what they ask for. What their holders bring is not
          shown to you: it is theirs, and their lead's.
        </p>
      ) : null}
      <NextSteps steps={balance.steps} past={balance.past} owners={ownersOf(balance)} />
      <Changes />
      <Going />
      {balance.limits.length > 0 ? (
        <Section title="What the data can't tell">
          <ul className="balance-limits">
            {balance.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}

function NoSeats({ sentence }: { sentence: string }) {
  return (
    <div className="page balance-page">
      <title>Balance · Evenkeel</title>
      <h1 tabIndex={-1}>{sentence}</h1>
      <p className="lead">
        The picture shows what each leading job needs, how far it is from the product, and what its holder brings. It
        starts with names, who reports to whom, and five answers each.
      </p>
      <div>
        <GoButton to="/welcome">Start with your people</GoButton>
      </div>
    </div>
  );
}

/** Who can own a step, by name. */
function ownersOf({ owners }: Balance): Owner[] {
  return owners
    .map(({ personId, name }) => ({ value: String(personId), label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
