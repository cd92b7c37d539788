import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { addDays, daysBetween, parseDay } from '../../base/time.ts';
import { MEASURE_WORDS } from '../../model/trial-criteria.ts';
import { type Criterion, TEAM_MEASURES, type TeamMeasure } from '../../records/trials/types.ts';

/** Terms while they are typed. */
export type TypingTerms = {
  criteria: Criterion[];
  startDay: string;
  untilDay: string;
  reviewDays: string[];
  ticketHours: number | string;
};

type FieldsProps = {
  terms: TypingTerms;
  /** Own ticket hours as told; null: not told. */
  hoursNow: number | null;
  /** The first and the last day that it could begin on. */
  starts: { from: string; to: string };
  onChange: (terms: TypingTerms) => void;
};

/** What both are to agree on: criteria, days, hours on tickets. */
export function TermsFields({ terms, hoursNow, starts, onChange }: FieldsProps) {
  const set = (part: Partial<TypingTerms>) => onChange({ ...terms, ...part });
  return (
    <>
      <Criteria criteria={terms.criteria} onChange={(criteria) => set({ criteria })} />
      <div className="trial-line">
        <TextInput
          type="date"
          label="From"
          description="Or the day you both agree, if later."
          required
          withAsterisk={false}
          min={starts.from}
          max={starts.to}
          value={terms.startDay}
          onChange={(event) => onChange(beginOn(terms, event.currentTarget.value))}
        />
        <TextInput
          type="date"
          label="Until"
          description="Decide together by then."
          required
          withAsterisk={false}
          value={terms.untilDay}
          onChange={(event) => set({ untilDay: event.currentTarget.value })}
        />
        <NumberInput
          label="Hours on own tickets meanwhile"
          description={hoursNow === null ? 'How many now was not told.' : `${hoursNow} h a week now.`}
          min={0}
          max={hoursNow ?? 100}
          hideControls
          value={terms.ticketHours}
          onChange={(ticketHours) => set({ ticketHours })}
        />
      </div>
      <Days days={terms.reviewDays} onChange={(reviewDays) => set({ reviewDays })} />
    </>
  );
}

const MOST = 8;

function Criteria({ criteria, onChange }: { criteria: Criterion[]; onChange: (criteria: Criterion[]) => void }) {
  const taken = new Set(criteria.flatMap((one) => (one.kind === 'measure' ? [one.measure] : [])));
  const free = TEAM_MEASURES.filter((one) => !taken.has(one));
  const change = (at: number, text: string) => onChange(criteria.with(at, { ...criteria[at]!, text }));
  return (
    <fieldset className="trial-fields">
      <legend>What you both look for</legend>
      <p className="quiet">
        Something that one can see somebody do, or a measure of the team. Never a count of their tickets.
      </p>
      <ul className="trial-terms">
        {criteria.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text changes while it is typed, the place doesn't
          <li key={at}>
            <Textarea
              autosize
              minRows={1}
              label={one.kind === 'measure' ? MEASURE_WORDS[one.measure] : `Criterion ${at + 1}`}
              maxLength={300}
              required
              withAsterisk={false}
              value={one.text}
              onChange={(event) => change(at, event.currentTarget.value)}
            />
            <Button
              variant="default"
              aria-label={`Take out: ${one.text || `criterion ${at + 1}`}`}
              onClick={() => onChange(criteria.toSpliced(at, 1))}
            >
              Take out
            </Button>
          </li>
        ))}
      </ul>
      {criteria.length < MOST ? (
        <div className="trial-line">
          <Button
            variant="default"
            onClick={() => onChange([...criteria, { kind: 'behaviour', competency: null, text: '' }])}
          >
            Add something one can see
          </Button>
          {free.length > 0 ? (
            <NativeSelect
              aria-label="Add a measure of the team"
              value=""
              onChange={(event) => {
                const measure = event.currentTarget.value as TeamMeasure;
                onChange([...criteria, { kind: 'measure', measure, text: 'Not worse than now' }]);
              }}
              data={[
                { value: '', label: 'Add a measure of the team …' },
                ...free.map((value) => ({ value, label: MEASURE_WORDS[value] })),
              ]}
            />
          ) : null}
        </div>
      ) : null}
    </fieldset>
  );
}

function Days({ days, onChange }: { days: string[]; onChange: (days: string[]) => void }) {
  return (
    <fieldset className="trial-fields">
      <legend>Days to look at it together</legend>
      <ul className="trial-terms">
        {days.map((day, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day changes while it is chosen, its place doesn't
          <li key={at}>
            <TextInput
              type="date"
              aria-label={`Day ${at + 1}`}
              required
              value={day}
              onChange={(event) => onChange(days.with(at, event.currentTarget.value))}
            />
            <Button
              variant="default"
              aria-label={`Take out: day ${at + 1}`}
              onClick={() => onChange(days.toSpliced(at, 1))}
            >
              Take out
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="default" disabled={days.length >= 12} onClick={() => onChange([...days, ''])}>
          Add a day
        </Button>
      </div>
    </fieldset>
  );
}

/** Another first day takes the last one and the days to look at it along. */
function beginOn(terms: TypingTerms, text: string): TypingTerms {
  const [from, to] = [parseDay(terms.startDay), parseDay(text)];
  if (from === undefined || to === undefined) return { ...terms, startDay: text };
  const along = (typed: string) => {
    const day = parseDay(typed);
    return day === undefined ? typed : addDays(day, daysBetween(from, to));
  };
  return { ...terms, startDay: to, untilDay: along(terms.untilDay), reviewDays: terms.reviewDays.map(along) };
}
