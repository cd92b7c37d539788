import { useId, useState } from 'react';
import type { AcrossHiddenDifficulty, DifficultyStep } from '../../model/hidden-difficulty.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import { useOperation } from '../../web/client.ts';
import { Door } from '../../web/door.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { DataTable } from '../../web/table.tsx';
import { AssumeDifficulty } from './assume-difficulty.tsx';
import { readHiddenDifficulty } from './contract.ts';
import { CandidatesAt } from './difficulty-candidates.tsx';
import { DIFFICULTY_MARKS, sayDifficulty, sayTimes } from './difficulty-words.ts';
import './hidden-difficulty.css';

const TITLE = 'If hard tickets went to the strong';

/** Supposes that tickets hid difficulty: every interval widens, and it says where our advice would become another. */
export function HiddenDifficulty({ verdict }: { verdict: Verdict }) {
  const read = useOperation(readHiddenDifficulty, { seatId: verdict.seatId });
  if (read.error)
    return (
      <Section title={TITLE}>
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </Section>
    );
  if (!read.data)
    return (
      <Section title={TITLE}>
        <Loading lines={4} />
      </Section>
    );
  const { across, mayAssume } = read.data;
  if (across === null) return null;
  if (!across.restsOnTickets)
    return (
      <Section title={TITLE}>
        <p>Our advice here rests on no tickets yet, so difficulty that they hide changes nothing.</p>
      </Section>
    );
  return <Supposing across={across} verdict={verdict} mayAssume={mayAssume} />;
}

type SupposingProps = { across: AcrossHiddenDifficulty; verdict: Verdict; mayAssume: boolean };

function Supposing({ across, verdict, mayAssume }: SupposingProps) {
  const { steps, now, text } = across;
  const [value, setValue] = useState(now);
  const step = nearest(steps, value);
  return (
    <Section title={TITLE} note="Whoever hands out tickets sees more than the columns do: that is not taken out.">
      <p className="difficulty-says">{text}</p>
      <Slider value={value} onChange={setValue} steps={steps} />
      <p role="status">
        <strong>
          At {value}, {sayDifficulty(value)}:
        </strong>{' '}
        {step.sentence}
      </p>
      <p className="quiet">{sayTimes(value)}</p>
      <CandidatesAt step={step} steps={steps} verdict={verdict} />
      <p className="quiet">
        In a simulation of ours, ranges that should hold the truth for 90 of 100 people held it for 86 where nothing was
        hidden, for 50 where much was, and for 25 where very much was.{' '}
        <Door to="playbook/tickets.hidden-difficulty">In force for the whole firm: {now}</Door>
      </p>
      <details className="unfold">
        <summary>Our advice at every value</summary>
        <ValueTable steps={steps} />
      </details>
      {mayAssume ? <AssumeDifficulty value={value} now={now} /> : null}
    </Section>
  );
}

/** The value in force may lie between two places of the slider. */
const nearest = (steps: readonly DifficultyStep[], value: number): DifficultyStep =>
  steps.reduce((best, one) => (Math.abs(one.value - value) < Math.abs(best.value - value) ? one : best));

type SliderProps = { value: number; onChange: (value: number) => void; steps: readonly DifficultyStep[] };

function Slider({ value, onChange, steps }: SliderProps) {
  const id = useId();
  const low = steps[0]!.value;
  const high = steps.at(-1)!.value;
  return (
    <div className="difficulty">
      <label htmlFor={id}>How much harder may some people's tickets have been, in ways no column shows?</label>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step={steps[1]!.value - low}
        value={value}
        aria-valuetext={`${value}, ${sayDifficulty(value)}`}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <div className="difficulty-marks">
        {DIFFICULTY_MARKS.map((mark) => (
          <button
            key={mark.name}
            type="button"
            className="text-button"
            aria-pressed={mark.value === value}
            style={{ left: `${((mark.value - low) / (high - low)) * 100}%` }}
            onClick={() => onChange(mark.value)}
          >
            {mark.name}
          </button>
        ))}
      </div>
    </div>
  );
}

function ValueTable({ steps }: { steps: readonly DifficultyStep[] }) {
  return (
    <DataTable
      caption="Our advice at every value of hidden difficulty"
      quietCaption
      copyable
      columns={[
        { key: 'value', title: 'Value', heads: true, numeric: true, value: (one: DifficultyStep) => one.value },
        { key: 'words', title: 'In words', value: (one) => sayDifficulty(one.value) },
        { key: 'advice', title: 'Our advice', value: (one) => one.sentence },
      ]}
      rows={[...steps]}
      rowKey={({ value }) => value}
      max={steps.length}
    />
  );
}
