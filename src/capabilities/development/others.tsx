import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { GoButton } from '../../web/link.tsx';
import type { Plans } from './contract.ts';

/** Somebody else whom a plan could be proposed to. */
export function Others({ people }: { people: Plans['others'] }) {
  const [who, setWho] = useState('');
  if (people.length === 0) return null;
  return (
    <div className="plan-form">
      <NativeSelect
        label="Somebody else"
        data={[
          { value: '', label: 'choose' },
          ...people.map(({ personId, name }) => ({ value: String(personId), label: name })),
        ]}
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      {who === '' ? null : (
        <GoButton to={`/development/${who}`} quiet>
          Open
        </GoButton>
      )}
    </div>
  );
}
