import './delivery.css';
import { useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { useMayOpen, useYou } from '../../web/you.tsx';
import { type OwnDelivery, readDelivery } from './contract.ts';
import { DeliveryForm } from './delivery-form.tsx';
import { FailingPart } from './failing-part.tsx';
import { PastList } from './past-list.tsx';
import { TestPart } from './test-part.tsx';

/** When and where one's cards and reminders come, whether they did, and for who keeps the firm whether they do for others. */
export function DeliveryPage() {
  const read = useOperation(readDelivery, {});
  const { standing } = useYou();
  const leads = useMayOpen()('/today');
  const keeps = standing === 'owner' || standing === 'operator';
  return (
    <Page title={leads ? 'Morning delivery' : 'Reminders'} sentence={leads ? CARDS : 'Your next 1:1s, by mail.'}>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Own own={read.data} /> : read.error ? null : <Loading lines={8} />}
      {keeps ? <FailingPart /> : null}
    </Page>
  );
}

const CARDS =
  'Your cards come to you at your own hour, if you like. Of a card about a person it is only said that it is there.';

function Own({ own }: { own: OwnDelivery }) {
  if (own.you === null)
    return <Empty title="You are none of the people here" text="Messages go to who leads, and to who has 1:1s." />;
  if (own.mailTo === null)
    return (
      <Empty
        title="You have no account here"
        text="Messages go to who signs in with an account of their own: have yourself invited under Members."
      />
    );
  return (
    <>
      <Section title={own.leads ? 'When and where' : 'When'}>
        <DeliveryForm key={JSON.stringify(own.set)} own={own} />
      </Section>
      <TestPart own={own} />
      <Section title="The last ones" note="Kept for sixty days, without what they said.">
        <PastList past={own.past} />
      </Section>
    </>
  );
}
