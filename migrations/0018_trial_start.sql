-- A trial may begin on a day that both agreed on, and no decision other than our advice is kept without its reason.

-- The day on which it is proposed to begin; null (trials of before this): the day on which both agree.
alter table trial add column start_day date;
-- agreed: both agreed, and its day (from_day) is still to come: nothing changes before.
alter table trial drop constraint trial_state_check;
alter table trial add constraint trial_state_check check (state in ('proposed', 'agreed', 'running', 'ended'));
alter table trial add check (state <> 'agreed' or from_day is not null and agreed_at is not null);
create index trial_starting on trial (from_day) where state = 'agreed';

-- In which firms a trial is to begin by a day: only for who works in no firm, and no more than numbers.
create function app_starting_trials(today date) returns table (org_id bigint)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct t.org_id from trial t join firm f on f.org_id = t.org_id
  where app_org() is null and t.state = 'agreed' and t.from_day <= coalesce(f.story_day, today)
  order by 1;
end;

-- Whoever decides other than our advice, or without seeing it, says why. Of what the program writes from now on: records of
-- before stay as they are, also where a backup brings them back.
create policy gives_reason on decision as restrictive for insert
  with check (length(trim(coalesce(reason, ''))) > 0
    or coalesce(advice ->> 'agreed', 'true') = 'true' and coalesce(advice ->> 'shown', 'true') = 'true');
