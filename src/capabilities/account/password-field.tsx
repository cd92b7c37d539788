import { PasswordInput } from '@mantine/core';
import type { Ref } from 'react';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What a password manager should do here. */
  kind: 'current-password' | 'new-password' | 'off';
  description?: string;
  ref?: Ref<HTMLInputElement>;
};

/** A password, or another secret, that can be shown while it is typed, by keyboard too. */
export function PasswordField({ label, value, onChange, kind, description, ref }: Props) {
  return (
    <PasswordInput
      label={label}
      description={description}
      autoComplete={kind}
      required
      withAsterisk={false}
      minLength={kind === 'new-password' ? 12 : undefined}
      maxLength={kind === 'off' ? 1000 : 256}
      value={value}
      ref={ref}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': `Show ${label.toLowerCase()}`, tabIndex: 0 }}
    />
  );
}

/** Length is what makes a password strong. */
export const PASSWORD_ADVICE = 'At least 12 characters; a sentence is easiest. No other rules.';
