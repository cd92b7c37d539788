import './assumptions.css';
import type { Assumption } from '../../model/growth/assumptions.ts';
import type { FirmNow } from '../../model/growth/firm-now.ts';
import type { PhoneQueue } from '../../records/growth/types.ts';
import { useOperation } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { AssumptionsPart } from './assumptions-part.tsx';
import { readMeasuredWork } from './contract.ts';
import { FirmPart } from './firm-part.tsx';
import { PhonePart } from './phone-part.tsx';

type RestsOnProps = {
  title: string;
  scenarioId: number;
  firm: FirmNow;
  mayChange: boolean;
  assumptions: readonly Assumption[];
  onValue: (row: Assumption, value: number | null) => void;
  phone: PhoneQueue | null;
  onPhone: (phone: PhoneQueue | null) => void;
};

/** What a look ahead rests on: the firm today, every assumption, and a phone queue. */
export function RestsOnPart(props: RestsOnProps) {
  const { title, scenarioId, firm, mayChange, assumptions, onValue, phone, onPhone } = props;
  const measured = useOperation(readMeasuredWork, { scenarioId });
  return (
    <>
      <Section title="The firm today">
        <FirmPart firm={firm} mayChange={mayChange} />
      </Section>
      <Section title={title}>
        {measured.error ? <ErrorState error={measured.error} retry={() => void measured.refetch()} /> : null}
        <AssumptionsPart assumptions={assumptions} measured={measured.data ?? null} onValue={onValue} />
      </Section>
      <Section title="A phone queue">
        <PhonePart phone={phone} onPhone={onPhone} />
      </Section>
    </>
  );
}
