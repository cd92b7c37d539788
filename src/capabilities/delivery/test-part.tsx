import { Button } from '@mantine/core';
import { useRewrite } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { type OwnDelivery, readDelivery, sendTestDelivery } from './contract.ts';
import { sayState } from './words.ts';

/** Sends oneself a test by the way that is kept, and says how it ended. */
export function TestPart({ own }: { own: OwnDelivery }) {
  const test = useRewrite(sendTestDelivery, readDelivery);
  const isOn = own.set !== null && (own.set.way !== 'off' || own.set.reminders);
  if (!isOn || own.sample) return null;
  const ended = test.data?.past.find(({ what }) => what === 'test');
  return (
    <div className="page-actions">
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate({})}>
        Send a test now
      </Button>
      <p role="status" className="measure">
        {ended
          ? `${sayState(ended)}.${ended.state === 'sent' ? ' See whether it is there.' : ` ${ended.why ?? ''}`}`
          : ''}
      </p>
      {test.error ? <ErrorState error={test.error} /> : null}
    </div>
  );
}
