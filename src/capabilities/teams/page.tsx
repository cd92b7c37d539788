import './teams.css';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { mayOpen } from '../../web/places.ts';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { dayWord, plural } from '../../web/words.ts';
import { useYou } from '../../web/you.tsx';
import { type Help, readHelp } from './contract.ts';
import { HelpFigure } from './help-figure.tsx';
import { HelpTable } from './help-table.tsx';
import { sayColumns, sayHelp, sayIsolated, sayLeftOut, sayYou } from './words.ts';

/** Who helps whom out: the sentence, the network, and the same as a table. */
export function TeamsPage() {
  const read = useOperation(readHelp, {});
  const sentence = read.data?.status === 'drawn' ? sayHelp(read.data) : undefined;
  return (
    <Page title="Who helps whom" sentence={sentence}>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <HelpView help={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function HelpView({ help }: { help: Help }) {
  if (help.status === 'nothing-known') return <NothingKnown hasTickets={help.hasTickets} />;
  if (help.status === 'not-enough-evidence')
    return (
      <Empty
        title={`Not enough evidence yet: ${help.have} of ${help.need} tickets`}
        text={`So many tickets were handed on and resolved by somebody else in ${help.months} months. With fewer, a picture of who helps whom would be chance.`}
      />
    );
  const told = sayIsolated(help);
  return (
    <>
      {help.you ? (
        <Section title="You" note="Only you read this.">
          <p>{sayYou(help.you, help.months)}</p>
        </Section>
      ) : null}
      <HelpFigure help={help} />
      {told.length > 0 ? (
        <Section title="Who is on their own" note="Who they are is told to themselves alone.">
          <ul className="help-told">
            {told.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <HelpTable help={help} />
      <div className="help-limits quiet">
        <p>
          {`Tickets resolved in the ${plural(help.months, 'month')} up to ${dayWord(help.until)}: one person handed it on, another resolved it. A question across the desk leaves no trace in a ticket and isn't counted.`}
        </p>
        {sayColumns(help).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {sayLeftOut(help).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
}

function NothingKnown({ hasTickets }: { hasTickets: boolean }) {
  const mayAdd = mayOpen('/data', useYou());
  return (
    <Empty
      title={hasTickets ? 'No ticket says that it was handed on' : 'No tickets yet'}
      text="Two files can tell who helped whom: a log with one row for each change of a ticket and who had it then, or a list in which who got a ticket first and who resolved it are columns of their own."
      action={mayAdd ? <Go to="/data/add?kind=tickets">Add such a file</Go> : undefined}
    />
  );
}
