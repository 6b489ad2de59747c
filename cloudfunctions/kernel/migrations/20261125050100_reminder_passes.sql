-- What a pass asks beside the duties themselves: who is gone (few), and what was said lately; the latter's pages follow each other in time.
create index organisation_members_erased on organisation_members (org_id, member_id) where erased_at is not null;
create index reminders_messages_by_time on reminders_messages using brin (org_id, at);
