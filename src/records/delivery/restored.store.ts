/** The owner of the tables, outside of any firm. */
type Owner = { query(text: string): Promise<{ rows: { there?: boolean }[] }> };

/**
 * After a backup was put back: what it knew as due may have been sent since it was written, so none of it is sent again. When
 * each is due next is worked out anew, as after a clock that went back.
 */
export async function leaveOutDue(owner: Owner): Promise<void> {
  const { rows } = await owner.query(`select to_regclass('outgoing') is not null as there`);
  // A backup of an earlier release has no such tables yet.
  if (!rows[0]?.there) return;
  await owner.query(`update delivery set planned_at = '9999-12-31' where next_at is not null`);
  await owner.query(`
    update outgoing set state = 'unsure', try_at = null, why = 'A backup was put back while this was due.'
    where state in ('waiting', 'sending')`);
}
