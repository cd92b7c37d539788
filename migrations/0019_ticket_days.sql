-- What is asked of the last weeks should cost what those weeks hold, whatever is stored besides.
create index ticket_opened on ticket (org_id, opened_at);
create index ticket_resolved on ticket (org_id, resolved_at) where resolved_at is not null;
