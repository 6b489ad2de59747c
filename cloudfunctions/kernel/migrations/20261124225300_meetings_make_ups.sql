-- What those who missed a meeting owe instead; its facts have it as their evidence.
create table meetings_make_ups (
  org_id uuid not null,
  make_up_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  state text not null check (state in ('owed', 'handed-in', 'accepted', 'returned', 'withdrawn')),
  instructions text not null,
  due_at timestamptz not null,
  set_by uuid,
  set_at timestamptz not null,
  note text,
  handed_in_at timestamptz,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (org_id, make_up_id),
  unique (org_id, meeting_id, member_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index meetings_make_ups_by_member on meetings_make_ups (org_id, member_id, due_at);
