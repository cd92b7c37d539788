import { useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import { ATTRIBUTE_WORDS } from './attributes.ts';
import { type AttributeReport, type Fairness, readFairness } from './contract.ts';
import { EnterGroups } from './enter-groups.tsx';
import { GroupTable } from './group-table.tsx';
import { Limits } from './limits.tsx';
import './fairness.css';

export { OwnGroupsPage } from './own-groups.tsx';

/** Whether groups protected by law come from being considered to being named and chosen at like rates. */
export function FairnessPage() {
  const read = useOperation(readFairness, {});
  const { data, error } = read;
  return (
    <Page title="Fairness audit" sentence={data?.sentence}>
      {read.isPending ? <Loading lines={8} /> : null}
      {error ? <ErrorState error={error} retry={() => void read.refetch()} /> : null}
      {data ? <Report fairness={data} /> : null}
    </Page>
  );
}

function Report({ fairness }: { fairness: Fairness }) {
  const given = fairness.attributes.filter((one) => one.given > 0);
  return (
    <>
      {given.map((one) => (
        <AttributePart key={one.attribute} report={one} />
      ))}
      <Limits />
      <EnterGroups fairness={fairness} />
    </>
  );
}

function AttributePart({ report }: { report: AttributeReport }) {
  const { title } = ATTRIBUTE_WORDS[report.attribute];
  return (
    <Section title={title} note={`Known of ${plural(report.given, 'person', 'people')}.`}>
      <div className="stack-wide">
        {report.stages.map((stage) => (
          <GroupTable key={stage.key} attribute={title} stage={stage} />
        ))}
      </div>
    </Section>
  );
}
