import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { sayMeeting, sayWeekday } from '../../model/say-time.ts';
import type { DeliveryWay, HookWay } from '../../records/delivery/types.ts';
import { useRewrite } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { WeekdayChoice } from '../../web/weekday-choice.tsx';
import { ZoneSelect } from '../../web/zone-select.tsx';
import { type OwnDelivery, readDelivery, saveDelivery } from './contract.ts';
import { HookFields } from './hook-fields.tsx';
import { NO_MAIL, WAY_WORDS } from './words.ts';

const WAYS: readonly DeliveryWay[] = ['off', 'mail', 'teams', 'slack'];
const isHook = (way: DeliveryWay): way is HookWay => way === 'teams' || way === 'slack';

/** One's own way, hour, zone and days, and whether 1:1s and mentoring are reminded of. */
export function DeliveryForm({ own }: { own: OwnDelivery }) {
  const { set } = own;
  const [way, setWay] = useState<DeliveryWay>(set?.way ?? 'off');
  const [time, setTime] = useState(set?.time ?? '07:30');
  const [zone, setZone] = useState(set?.zone ?? own.usualZone);
  const [weekdays, setWeekdays] = useState(set?.weekdays ?? [1, 2, 3, 4, 5]);
  const [reminders, setReminders] = useState(set?.reminders ?? false);
  const [address, setAddress] = useState('');
  const [ownChat, setOwnChat] = useState(false);
  const save = useRewrite(saveDelivery, readDelivery);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hook = isHook(way) && address.trim() !== '' ? { address, ownChat } : { ownChat: false };
    save.mutate({ way, time, zone, weekdays, reminders, ...hook });
  };
  const keptHost = set !== null && set.way === way ? set.host : null;
  return (
    <form className="stack delivery-form" onSubmit={submit}>
      {own.leads ? (
        <Radio.Group label="My cards come" value={way} onChange={(value) => setWay(value as DeliveryWay)}>
          <div className="delivery-ways">
            {WAYS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={one === 'mail' && own.mailTo ? `By mail, to ${own.mailTo}` : WAY_WORDS[one]}
                disabled={one === 'mail' && !own.mail}
              />
            ))}
          </div>
        </Radio.Group>
      ) : null}
      {isHook(way) ? <HookFields {...{ way, keptHost, address, setAddress, ownChat, setOwnChat }} /> : null}
      <Checkbox
        label={`Remind me of 1:1s and mentoring by mail${own.mailTo && way !== 'mail' ? `, to ${own.mailTo}` : ''}`}
        checked={reminders}
        disabled={!own.mail}
        onChange={(event) => setReminders(event.currentTarget.checked)}
      />
      {own.mail ? null : <p className="quiet measure">{NO_MAIL}</p>}
      <div className="delivery-when">
        <TextInput
          type="time"
          label="At"
          required
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <ZoneSelect value={zone} onChange={setZone} />
      </div>
      <WeekdayChoice say={sayWeekday} value={weekdays} onChange={setWeekdays} />
      <div className="page-actions">
        <Button type="submit" loading={save.isPending} disabled={weekdays.length === 0}>
          Keep this
        </Button>
        <p role="status" className="quiet">
          {sayNext(own)}
        </p>
      </div>
      {save.error ? <ErrorState error={save.error} /> : null}
    </form>
  );
}

/** What comes next, as it is kept. */
function sayNext({ set, sample }: OwnDelivery): string {
  if (set === null || (set.way === 'off' && !set.reminders)) return 'Nothing is sent to you now.';
  if (sample) return 'This is a sample firm: nothing leaves it.';
  if (set.nextAt === null) return 'Nothing is due.';
  const zone = set.zoneUnknown ? 'UTC' : set.zone;
  const unknown = set.zoneUnknown ? `; the time zone ${set.zone} is unknown to this server, so choose another` : '';
  return `Next: ${sayMeeting(set.nextAt, zone)} (${zone}${unknown}), where there is something to say.`;
}
