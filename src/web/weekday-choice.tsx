const EVERY = [1, 2, 3, 4, 5, 6, 7];

type ChoiceProps = {
  value: number[];
  onChange: (weekdays: number[]) => void;
  /** What a weekday is called, 1 for Monday. */
  say: (weekday: number) => string;
};

/** Days of the week to tick. */
export function WeekdayChoice({ value, onChange, say }: ChoiceProps) {
  const change = (weekday: number, on: boolean) =>
    onChange(EVERY.filter((one) => (one === weekday ? on : value.includes(one))));
  return (
    <fieldset className="weekdays">
      <legend>On</legend>
      {EVERY.map((weekday) => (
        <label key={weekday}>
          <input
            type="checkbox"
            checked={value.includes(weekday)}
            onChange={(event) => change(weekday, event.currentTarget.checked)}
          />
          {say(weekday)}
        </label>
      ))}
    </fieldset>
  );
}
