import { Button } from '@mantine/core';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import { type RuleRate, setPlaybookValue } from './contract.ts';
import { sayRate } from './rate-words.ts';

type RateProps = { rate: RuleRate; isOn: boolean; mayChange: boolean };

/** How useful the cards of a rule were found, beside its switch; one that people find useless offers to be switched off. */
export function Rate({ rate, isOn, mayChange }: RateProps) {
  const set = useAction(setPlaybookValue);
  const off = () =>
    set.mutate({ key: rate.key, value: 0, reason: `Found useful ${rate.useful} of ${rate.answered} times` });
  return (
    <div className="threshold-rate">
      <p>
        {sayRate(rate)} <span className="quiet">{plural(rate.shown, 'card')} shown so far.</span>
      </p>
      {rate.isUseless && isOn ? (
        <p>
          <strong>People find these cards useless.</strong>{' '}
          {mayChange ? (
            <Button size="compact-sm" variant="default" loading={set.isPending} onClick={off}>
              Switch it off
            </Button>
          ) : (
            'Whoever keeps the playbook can switch it off.'
          )}
        </p>
      ) : null}
      {set.error ? <ErrorState error={set.error} /> : null}
    </div>
  );
}
