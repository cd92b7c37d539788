import './crosstraining.css';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { Board } from './board.tsx';
import { readSkills, type SkillsPage as Skills } from './contract.ts';
import { HoursTable } from './hours-table.tsx';
import { PlanPart } from './plan-part.tsx';
import { SkillTable } from './skill-table.tsx';
import { TablePart } from './table-part.tsx';
import { sayCover } from './words.ts';

export { LearningPage } from './learning-page.tsx';

/** Skills and clients against the people they need, how to reach cover, and who is learning what. */
export function SkillsPage() {
  const read = useOperation(readSkills, {});
  const page = read.data;
  return (
    <Page title="Skills and clients" sentence={page ? sayCover(page) : undefined}>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {page ? <Parts page={page} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function Parts({ page }: { page: Skills }) {
  return (
    <>
      {page.skills.length > 0 ? (
        <Section
          title="What is covered"
          note="Only a sign-off counts: somebody else looked and says that this person can do it. Tickets may suggest it; they sign nothing off."
        >
          <SkillTable page={page} />
        </Section>
      ) : null}
      <PlanPart />
      {page.board.length > 0 ? (
        <Section title="Who is learning what">
          <Board page={page} items={page.board} />
        </Section>
      ) : null}
      {page.mayKeep ? (
        <Section
          title="Add skills, bring a table"
          note="For what tickets don’t tell: a product, a certificate, a key client’s house rules."
        >
          <TablePart page={page} />
        </Section>
      ) : null}
      <details className="unfold">
        <summary>Hours for learning and showing</summary>
        <p className="measure quiet">
          Pairings of the plan fit into these hours a week, learning and showing together.{' '}
          <Go to="/playbook?key=cover.learning-hours">Where nothing is said, the playbook’s count.</Go>
        </p>
        <HoursTable people={page.people} />
      </details>
    </>
  );
}
