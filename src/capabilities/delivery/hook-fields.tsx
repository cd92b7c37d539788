import { Checkbox, TextInput } from '@mantine/core';
import type { HookWay } from '../../records/delivery/types.ts';

type HookProps = {
  way: HookWay;
  /** The host of the address that is kept; null: there is none. */
  keptHost: string | null;
  address: string;
  setAddress: (address: string) => void;
  ownChat: boolean;
  setOwnChat: (isOwn: boolean) => void;
};

const HOW: Record<HookWay, string> = {
  teams:
    'In Teams, open Workflows, choose “Send webhook alerts to a chat”, and pick the chat with yourself. It gives you an address.',
  slack: 'In Slack, make an incoming webhook that posts to yourself: your own direct message. It gives you an address.',
};

/** Where a webhook is, and that nobody else reads what it posts. What is kept is never shown again, but for its host. */
export function HookFields({ way, keptHost, address, setAddress, ownChat, setOwnChat }: HookProps) {
  const isNew = address.trim() !== '';
  return (
    <div className="stack delivery-hook">
      <p className="quiet">{HOW[way]}</p>
      <TextInput
        type="url"
        label={keptHost === null ? 'Address of the webhook' : 'Another address'}
        description={
          keptHost === null
            ? 'It is kept encrypted and not shown again.'
            : `One at ${keptHost} is kept, encrypted. Leave this empty to stay with it.`
        }
        required={keptHost === null}
        autoComplete="off"
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {keptHost === null || isNew ? (
        <Checkbox
          label="This is my own chat: nobody else reads it"
          required
          checked={ownChat}
          onChange={(event) => setOwnChat(event.currentTarget.checked)}
        />
      ) : null}
    </div>
  );
}
