-- Who scanned the sign-out code; the line on the list stays as it is.
create table meetings_sign_outs (
  org_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  how text not null check (how in ('scan', 'offline')),
  request_id text not null,
  recorded_at timestamptz not null,
  primary key (org_id, meeting_id, member_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index meetings_sign_outs_by_member on meetings_sign_outs (org_id, member_id);
