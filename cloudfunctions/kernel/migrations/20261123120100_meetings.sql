create table meetings (
  org_id uuid not null,
  meeting_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  title text not null,
  agenda text not null,
  place text not null,
  starts_at timestamptz not null,
  duration_minutes integer not null,
  state text not null check (state in ('scheduled', 'open', 'closed', 'cancelled')),
  code_tag text not null,
  code_secret text not null,
  opened_at timestamptz,
  closed_at timestamptz,
  cancel_reason text,
  created_by uuid,
  created_at timestamptz not null,
  primary key (org_id, meeting_id),
  unique (org_id, code_tag),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id)
);
create index meetings_by_unit on meetings (org_id, unit_id, starts_at);

-- Rows are updated once or twice in their life; the free space keeps those updates on the same page.
create table meetings_attendances (
  org_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  state text not null check (state in ('expected', 'present', 'late', 'excused', 'absent')),
  how text,
  at timestamptz,
  flags text[] not null default '{}',
  counted boolean not null,
  votes boolean not null,
  reason text,
  request_id text,
  frozen boolean not null default false,
  changed_at timestamptz not null,
  primary key (org_id, meeting_id, member_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
) with (fillfactor = 70);
create index meetings_attendances_by_member on meetings_attendances (org_id, member_id);

-- Which phone first checked somebody in; the device is hashed with the meeting's secret.
-- No foreign key to the meeting: its check would wait for a close under way, which waits for the line of the same scan.
create table meetings_devices (
  org_id uuid not null,
  meeting_id uuid not null,
  device_hash text not null,
  member_id uuid not null,
  primary key (org_id, meeting_id, device_hash)
);

create table meetings_leave_requests (
  org_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  reason text not null,
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decision text,
  primary key (org_id, meeting_id, member_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);

create table meetings_roll_calls (
  org_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  drawn_at timestamptz not null,
  result text check (result in ('here', 'not-here')),
  primary key (org_id, meeting_id, member_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
