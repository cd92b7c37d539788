-- What the planner knows of a big table, renewed after many rows came in at once: it would otherwise plan by how the table
-- was before (empty, or another firm's), and join tens of thousands of rows one by one. Only the owner of a table may do
-- that, so it runs as the owner, and for these tables alone. How many rows there are, whose they are and of which ticket
-- is what joins need; the rest of the columns can wait for autovacuum.
create function renew_statistics(big_table regclass) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if big_table not in ('ticket'::regclass, 'ticket_event'::regclass, 'evidence_case'::regclass) then
    raise exception '% is none of the big tables', big_table;
  end if;
  execute format('analyze %s (org_id, ticket_id)', big_table);
end $$;
revoke execute on function renew_statistics(regclass) from public;
grant execute on function renew_statistics(regclass) to evenkeel_app;
