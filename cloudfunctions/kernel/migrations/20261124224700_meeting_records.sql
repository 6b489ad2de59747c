-- The record (记录) of a meeting. The draft is one row that is written over and over; every confirmed version stays as it was.
create table meetings_records (
  org_id uuid not null,
  meeting_id uuid not null,
  -- Grows with every change and never starts again, so that what was written on an old one is always noticed.
  revision integer not null,
  -- The latest confirmed version; 0 before the first.
  version integer not null,
  chair_id uuid,
  recorder_id uuid,
  discussion text not null,
  resolutions text[] not null,
  -- Both null: there is no draft.
  saved_by uuid,
  saved_at timestamptz,
  primary key (org_id, meeting_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  foreign key (org_id, chair_id) references organisation_members (org_id, member_id),
  foreign key (org_id, recorder_id) references organisation_members (org_id, member_id),
  foreign key (org_id, saved_by) references organisation_members (org_id, member_id)
);

create table meetings_record_versions (
  org_id uuid not null,
  meeting_id uuid not null,
  version integer not null,
  chair_id uuid not null,
  recorder_id uuid not null,
  discussion text not null,
  resolutions text[] not null,
  -- Why it was changed; null in the first.
  reason text,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  primary key (org_id, meeting_id, version),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  foreign key (org_id, chair_id) references organisation_members (org_id, member_id),
  foreign key (org_id, recorder_id) references organisation_members (org_id, member_id),
  foreign key (org_id, confirmed_by) references organisation_members (org_id, member_id)
);

-- A past meeting that was entered later (补录): by whom and when. Null for one that was checked in.
alter table meetings add column recorded_by uuid, add column recorded_at timestamptz;

-- The history of a line is read from the audit trail. Scans are left out: in a full hall nothing is added to what they cost.
create index audit_entries_of_lines on audit_entries (org_id, subject_id)
  where action in ('meetings.recordAttendance', 'meetings.settleFlags', 'meetings.decideLeave', 'meetings.withdrawLeave');
