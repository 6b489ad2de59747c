-- Whether a calendar says what things are about, or only when something is.
alter table reminders_feeds add column whole boolean not null default false;
