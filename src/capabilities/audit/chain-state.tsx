import { Button } from '@mantine/core';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { countWord, momentWord, plural } from '../../web/words.ts';
import { type AuditCheck, type AuditPage, checkAudit, readAudit } from './contract.ts';

/** Whether the log is whole: what the last check said, and a button to check now. */
export function ChainState({ lastCheck }: { lastCheck: AuditPage['lastCheck'] }) {
  const check = useAction(checkAudit, { invalidates: [readAudit] });
  return (
    <Section
      title="Is it whole?"
      note="Each line is sealed together with the one before, with a key that lies outside the database. A line that was changed, removed or put in breaks the chain."
      actions={
        <Button variant="default" size="xs" loading={check.isPending} onClick={() => check.mutate({})}>
          Check now
        </Button>
      }
    >
      <div role="status">{check.data ? <Result check={check.data} /> : <p>{lastWords(lastCheck)}</p>}</div>
      {check.error ? <ErrorState error={check.error} /> : null}
    </Section>
  );
}

const lastWords = (last: AuditPage['lastCheck']) => {
  if (last === null) return 'It has not been checked from here yet.';
  return last.whole
    ? `It was whole when it was checked on ${momentWord(last.at)}.`
    : `It was NOT whole when it was checked on ${momentWord(last.at)}.`;
};

function Result({ check }: { check: AuditCheck }) {
  const { whole, lines, unchecked, first, last, head, problem } = check;
  if (!whole)
    return (
      <div className="notice notice-error">
        <p className="notice-title">The log is not whole: {problem}.</p>
        <p className="quiet">
          {lines === 1 ? 'One line stands' : `${countWord(lines)} lines stand`} before that. Keep the database as it is,
          and compare it with a backup.
        </p>
      </div>
    );
  const span = first !== null && last !== null ? `, from ${momentWord(first)} to ${momentWord(last)}` : '';
  return (
    <div className="notice">
      <p className="notice-title">
        The log is whole: {plural(lines, 'line')}
        {span}.
      </p>
      {unchecked === 0 ? null : (
        <p className="quiet">
          The first {plural(unchecked, 'line')} {unchecked === 1 ? 'was' : 'were'} signed with an earlier key: only that
          they stand one behind another could be checked.
        </p>
      )}
      {head === null ? null : (
        <p className="quiet">
          Its end is <code className="audit-head">{head}</code>. Note it elsewhere: removed last lines show only to who
          knows how far the log went. <code>evenkeel audit verify</code> keeps such a note by itself.
        </p>
      )}
    </div>
  );
}
