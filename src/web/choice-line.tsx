import { useId } from 'react';

type ChoiceProps<Value extends string> = {
  legend: string;
  values: readonly Value[];
  words: Record<Value, string>;
  value: Value | null;
  onChange: (value: Value) => void;
};

/** One of a few answers, side by side, each in words. */
export function ChoiceLine<Value extends string>({ legend, values, words, value, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice-line">
      <legend>{legend}</legend>
      {values.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
          <span>{words[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
