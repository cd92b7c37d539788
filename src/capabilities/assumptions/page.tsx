import './assumptions.css';
import type { Assumption } from '../../model/growth/assumptions.ts';
import type { FirmNow } from '../../model/growth/firm-now.ts';
import type { PhoneQueue } from '../../records/growth/types.ts';
import { Section } from '../../web/section.tsx';
import { AssumptionsPart } from './assumptions-part.tsx';
import { FirmPart } from './firm-part.tsx';
import { PhonePart } from './phone-part.tsx';

type RestsOnProps = {
  title: string;
  firm: FirmNow;
  mayChange: boolean;
  assumptions: readonly Assumption[];
  onValue: (row: Assumption, value: number | null) => void;
  phone: PhoneQueue | null;
  onPhone: (phone: PhoneQueue | null) => void;
};

/** What a look ahead rests on: the firm today, every assumption, and a phone queue. */
export function RestsOnPart({ title, firm, mayChange, assumptions, onValue, phone, onPhone }: RestsOnProps) {
  return (
    <>
      <Section title="The firm today">
        <FirmPart firm={firm} mayChange={mayChange} />
      </Section>
      <Section title={title}>
        <AssumptionsPart assumptions={assumptions} onValue={onValue} />
      </Section>
      <Section title="A phone queue">
        <PhonePart phone={phone} onPhone={onPhone} />
      </Section>
    </>
  );
}
