-- Cross-training: what the firm needs people for, who can do it and who signed that off, and hours for learning.

-- What is needed of a skill or a client. subject: 'area/3' or 'client/2' of the tickets, 'own/7' typed by the firm, or
-- 'both-ways/…'; no row: as the playbook says.
create table skill_need (
  org_id bigint not null references firm on delete cascade,
  subject text not null check (subject ~ '^(area|client|own)/[0-9]+$'),
  -- 0: of the whole firm, else of this team
  team_id bigint not null default 0,
  required smallint check (required between 0 and 20),
  weight smallint not null default 1 check (weight between 1 and 5),
  weeks smallint check (weeks between 1 and 52),
  -- of whoever learns, and of whoever shows, a week; null: the playbook's
  hours real check (hours > 0 and hours <= 20),
  primary key (org_id, subject, team_id)
);
call protect('skill_need');

-- Skills that tickets don't tell.
create table own_skill (
  org_id bigint not null references firm on delete cascade,
  skill_id bigint generated always as identity,
  name text not null check (length(name) between 1 and 120),
  primary key (org_id, skill_id)
);
create unique index own_skill_name on own_skill (org_id, lower(name));
call protect('own_skill');

-- How far somebody is. Only a sign-off by somebody else counts as cover.
create table skill_level (
  org_id bigint not null references firm on delete cascade,
  subject text not null check (subject ~ '^(area|client|own)/[0-9]+$|^both-ways/[a-z-]+$'),
  person_id bigint not null,
  state text not null check (state in ('learning', 'shadowing', 'signed-off')),
  -- who shows them; null: a course outside, or nobody was named
  teacher_id bigint,
  -- since when they are in this state
  since date not null,
  -- who signed it off; null before that, and where that person was erased
  signer_id bigint check (signer_id is null or signer_id <> person_id and state = 'signed-off'),
  primary key (org_id, subject, person_id),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, teacher_id) references person on delete set null (teacher_id),
  foreign key (org_id, signer_id) references person on delete set null (signer_id)
);
create index skill_level_person on skill_level (org_id, person_id);
call protect('skill_level');

-- Hours a week that somebody has for learning and showing; absent: the playbook's.
create table skill_hours (
  org_id bigint not null references firm on delete cascade,
  person_id bigint not null,
  hours real not null check (hours between 0 and 20),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('skill_hours');

do $$
declare t text;
begin
  foreach t in array array['skill_need', 'own_skill'] loop
    call admit(t::regclass,
      $p$(select app_standing()) not in ('', 'wallboard')$p$,
      $p$(select app_is('engine', 'operator', 'owner', 'service-manager'))$p$);
  end loop;
end $$;
-- Who can do what is how a team works, and everybody in the firm may know it. Nobody signs themselves off.
call admit('skill_level',
  $$(select app_standing()) not in ('', 'wallboard')$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or person_id = any ((select app_led())::bigint[])
    or person_id = (select app_person()) and state <> 'signed-off'$$);
call admit('skill_hours',
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or person_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or person_id = any ((select app_led())::bigint[])
    or person_id = (select app_person())$$);
