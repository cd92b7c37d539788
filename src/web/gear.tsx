import { useMantineColorScheme } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ROLE_NAMES } from '../base/roles.ts';
import { FirmMenu } from '../capabilities/welcome/page.tsx';
import { useAccount, useSignOut } from './account.ts';
import { GearIcon } from './icons.tsx';
import { Go } from './link.tsx';
import { mayOpen, settingsFor } from './places.ts';
import { ErrorState } from './states.tsx';
import { useYou } from './you.tsx';

/** Behind the gear: who one is here, data, playbook, settings, firms, light or dark, the way out. */
export function GearMenu() {
  const box = useRef<HTMLDivElement>(null);
  const hide = () => box.current?.hidePopover();
  const path = useLocation({ select: ({ href }) => href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever led to another page, the menu is done
  useEffect(() => hide(), [path]);
  return (
    <div className="gear">
      <button type="button" className="icon-button" popoverTarget="gear-menu" aria-label="Data, playbook and settings">
        <GearIcon />
      </button>
      <div ref={box} id="gear-menu" popover="auto" className="gear-menu">
        <nav aria-label="Behind the gear">
          <WhoYouAre />
          <Ways />
        </nav>
        <FirmMenu onDone={hide} />
        <SchemeChoice />
        <SignOut />
      </div>
    </div>
  );
}

/** Name and role; a way to one's own account. */
function WhoYouAre() {
  const { standing } = useYou();
  const { data } = useAccount();
  const role = standing === null || standing === 'engine' ? null : standing;
  const asWhat = role === 'operator' ? 'Whoever holds the server' : role ? ROLE_NAMES[role] : 'In no firm';
  return (
    <Go to="/account" className="gear-link">
      <span className="gear-name">{data?.account?.name ?? 'Your account'}</span>
      <span className="quiet">{data?.account ? `${asWhat}. Your account and how you sign in` : asWhat}</span>
    </Go>
  );
}

function Ways() {
  const you = useYou();
  const ways = [
    { to: '/data', name: 'Data', about: 'Files, and whether they can be trusted' },
    {
      to: '/playbook',
      name: 'Playbook',
      about: mayOpen('/data', you) ? 'Every threshold, yours to change' : 'Every threshold our advice rests on',
    },
    { to: '/triage', name: 'How hard tickets look', about: 'Said before anybody has them' },
    { to: '/settings', name: 'Settings', about: settingsFor(you).map(settingName).join(', ') },
  ];
  return ways
    .filter(({ to }) => you.standing !== null && mayOpen(to, you))
    .map(({ to, name, about }) => (
      <Go key={to} to={to} className="gear-link">
        {name}
        <span className="quiet">{about}</span>
      </Go>
    ));
}

const settingName = ({ name }: { name: string }, place: number) => (place === 0 ? name : name.toLowerCase());

function SignOut() {
  const signOut = useSignOut();
  const [error, setError] = useState<Error | null>(null);
  return (
    <div className="gear-out">
      <button type="button" className="text-button" onClick={() => void signOut().catch(setError)}>
        Sign out
      </button>
      {error ? <ErrorState error={error} /> : null}
    </div>
  );
}

const SCHEMES = [
  { value: 'auto', name: 'As this computer' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
] as const;

function SchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <fieldset className="gear-choice">
      <legend>Light or dark</legend>
      {SCHEMES.map(({ value, name }) => (
        <label key={value}>
          <input type="radio" name="scheme" checked={colorScheme === value} onChange={() => setColorScheme(value)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
