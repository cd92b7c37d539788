import { useMantineColorScheme } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FirmMenu } from '../capabilities/welcome/page.tsx';
import { GearIcon } from './icons.tsx';
import { Go } from './link.tsx';

/** Behind the gear: data, playbook, firms, light or dark. */
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
          <Go to="/data" className="gear-link">
            Data
            <span className="quiet">Files, and whether they can be trusted</span>
          </Go>
          <Go to="/playbook" className="gear-link">
            Playbook
            <span className="quiet">Every threshold, yours to change</span>
          </Go>
        </nav>
        <FirmMenu onDone={hide} />
        <SchemeChoice />
      </div>
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
