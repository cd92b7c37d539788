import { TextInput } from '@mantine/core';

type Props = { value: string; onChange: (value: string) => void; label?: string; description?: string };

/** The next key pressed belongs here: the field appears because of what was just done. */
const focus = (field: HTMLInputElement | null) => {
  if (field && !field.dataset.met) {
    field.dataset.met = 'yes';
    field.focus();
  }
};

/** Six digits of an app, or a recovery code. */
export function CodeField({ value, onChange, label = 'Code', description }: Props) {
  return (
    <TextInput
      label={label}
      description={description}
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      required
      withAsterisk={false}
      minLength={6}
      maxLength={40}
      value={value}
      ref={focus}
      onChange={(event) => onChange(event.currentTarget.value)}
      className="code-field"
    />
  );
}
