-- Study (学习), reports (思想汇报 …), duties and reminders.

-- What is to be studied by whom until when: by people of the unit and of whatever stands below it.
create table study_tasks (
  org_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('text', 'link', 'file', 'video', 'meeting')),
  title text not null,
  text text not null default '',
  url text,
  file_id uuid,
  meeting_id uuid,
  -- Whom it is for: any of these standings; and, where posts are named, holding one of them.
  standings text[] not null,
  posts text[] not null default '{}',
  due_at timestamptz not null,
  -- Read at least so long, in minutes; 0 where nothing is asked.
  required_minutes integer not null check (required_minutes between 0 and 1440),
  -- What it counts towards the year's hours (学时), in minutes, once finished.
  credit_minutes integer not null check (credit_minutes between 0 and 6000),
  -- A quiz, or none: percent to reach, how many questions are drawn, how often it may be tried (0: as often as one likes).
  pass_mark integer check (pass_mark between 1 and 100),
  question_count integer,
  most_attempts integer,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  created_by uuid not null,
  created_at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  primary key (org_id, task_id),
  check ((pass_mark is null) = (question_count is null)),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id),
  foreign key (org_id, file_id) references files (org_id, file_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id)
);
create index study_tasks_by_unit on study_tasks (org_id, unit_id, created_at);
create index study_tasks_by_due on study_tasks (org_id, due_at) where state = 'published';

-- Who studies it, written down when it is published. Seconds are what the server counted in heartbeats.
create table study_assignments (
  org_id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  assigned_at timestamptz not null,
  seconds integer not null default 0,
  last_beat_at timestamptz,
  opened_at timestamptz,
  best_mark integer,
  attempts integer not null default 0,
  done_at timestamptz,
  primary key (org_id, task_id, member_id),
  foreign key (org_id, task_id) references study_tasks (org_id, task_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index study_assignments_by_member on study_assignments (org_id, member_id, done_at);
create index study_assignments_open on study_assignments (org_id, task_id) where done_at is null;

create table study_notes (
  org_id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  text text not null,
  revision integer not null,
  saved_at timestamptz not null,
  primary key (org_id, task_id, member_id),
  foreign key (org_id, task_id, member_id) references study_assignments (org_id, task_id, member_id)
);
create index study_notes_by_member on study_notes (org_id, member_id);

-- Reports: a draft is its author's alone; what was handed in is kept as it was then.
create table reports (
  org_id uuid not null,
  report_id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('thought-report', 'study-note', 'duty-report', 'self-check')),
  -- `2026-Q4`, `2026`, or empty where it is for no period.
  period text not null,
  title text not null,
  text text not null,
  revision integer not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
  -- Who looks next: the group leader, then the branch.
  step text check (step in ('group', 'branch')),
  created_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  settled_at timestamptz,
  primary key (org_id, report_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id)
);
create index reports_by_member on reports (org_id, member_id, created_at);
create index reports_waiting on reports (org_id, unit_id, submitted_at) where state = 'submitted';

-- Each text that was handed in.
create table reports_versions (
  org_id uuid not null,
  report_id uuid not null,
  version integer not null,
  title text not null,
  text text not null,
  submitted_at timestamptz not null,
  primary key (org_id, report_id, version),
  foreign key (org_id, report_id) references reports (org_id, report_id)
);

create table reports_decisions (
  org_id uuid not null,
  decision_id uuid not null,
  report_id uuid not null,
  version integer not null,
  step text not null check (step in ('group', 'branch')),
  decision text not null check (decision in ('accepted', 'returned')),
  comment text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (org_id, decision_id),
  foreign key (org_id, report_id) references reports (org_id, report_id)
);
create index reports_decisions_by_report on reports_decisions (org_id, report_id, decided_at);

create table reports_attachments (
  org_id uuid not null,
  report_id uuid not null,
  file_id uuid not null,
  attached_at timestamptz not null,
  primary key (org_id, report_id, file_id),
  foreign key (org_id, report_id) references reports (org_id, report_id),
  foreign key (org_id, file_id) references files (org_id, file_id)
);
create index reports_attachments_by_file on reports_attachments (org_id, file_id);

-- Who owes which report of which period; written down when the period begins, met when one is handed in.
create table reports_owed (
  org_id uuid not null,
  owed_id uuid not null,
  member_id uuid not null,
  kind text not null,
  period text not null,
  due_at timestamptz not null,
  report_id uuid,
  handed_in_at timestamptz,
  primary key (org_id, owed_id),
  unique (org_id, member_id, kind, period),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id),
  foreign key (org_id, report_id) references reports (org_id, report_id)
);
create index reports_owed_open on reports_owed (org_id, due_at) where handed_in_at is null;

-- The inbox, and at once the outbox: a row of it is one thing said to one person once. `step` tells apart what is said of one subject
-- several times, `due_at` the same step for another date; both together with the subject are what makes it once.
create table reminders_messages (
  org_id uuid not null,
  message_id uuid not null,
  member_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  step text not null,
  due_at timestamptz not null,
  title text not null,
  text text not null,
  at timestamptz not null,
  read_at timestamptz,
  -- Until it was handed over to the channels outside; then empty.
  outside_at timestamptz,
  primary key (org_id, message_id),
  unique (org_id, member_id, kind, subject_id, step, due_at),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index reminders_messages_by_member on reminders_messages (org_id, member_id, at);
create index reminders_messages_unread on reminders_messages (org_id, member_id) where read_at is null;
create index reminders_messages_outside on reminders_messages (org_id, outside_at) where outside_at is not null;

-- One attempt to say a message outside: to a person in WeChat, or to a unit's robot.
create table reminders_deliveries (
  org_id uuid not null,
  delivery_id uuid not null,
  message_id uuid not null,
  channel text not null check (channel in ('wechat', 'webhook')),
  webhook_id uuid,
  state text not null check (state in ('waiting', 'claimed', 'sent', 'failed', 'uncertain', 'dropped')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  claimed_at timestamptz,
  finished_at timestamptz,
  outcome text,
  primary key (org_id, delivery_id),
  foreign key (org_id, message_id) references reminders_messages (org_id, message_id)
);
create unique index reminders_deliveries_once on reminders_deliveries (org_id, message_id, channel, webhook_id);
create index reminders_deliveries_waiting on reminders_deliveries (org_id, next_at) where state in ('waiting', 'claimed');

-- A unit's group robot (企业微信, 钉钉).
create table reminders_webhooks (
  org_id uuid not null,
  webhook_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('wecom', 'dingtalk')),
  name text not null,
  url text not null,
  secret text,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, webhook_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id)
);
create index reminders_webhooks_by_unit on reminders_webhooks (org_id, unit_id);

-- How many subscribe messages a person still lets us send, by template: a permission is one send.
create table reminders_quotas (
  org_id uuid not null,
  member_id uuid not null,
  template text not null,
  remaining integer not null check (remaining >= 0),
  changed_at timestamptz not null,
  primary key (org_id, member_id, template),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
-- Every change of it, and why.
create table reminders_quota_entries (
  org_id uuid not null,
  entry_id uuid not null,
  member_id uuid not null,
  template text not null,
  change integer not null,
  why text not null check (why in ('granted', 'sent', 'refused', 'uncertain')),
  at timestamptz not null,
  primary key (org_id, entry_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index reminders_quota_entries_by_member on reminders_quota_entries (org_id, member_id, at);

-- A person's calendar, read by whoever has its address; the hash of that stands here and in the directory.
create table reminders_feeds (
  org_id uuid not null,
  member_id uuid not null,
  tag_hash text not null,
  made_at timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
-- Looked up before the organisation is known.
create table directory_feeds (
  tag_hash text primary key,
  org_id uuid not null,
  member_id uuid not null
);

-- What is done from time to time, once across all processes: who has begun holds it until `held_until`.
create table directory_jobs (
  name text primary key,
  due_at timestamptz not null,
  held_until timestamptz,
  last_error text
);
