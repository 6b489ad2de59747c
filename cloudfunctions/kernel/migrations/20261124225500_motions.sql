-- What is put to the vote in a meeting. The numbers of a closed motion are those of the moment it was closed.
create table motions (
  org_id uuid not null,
  motion_id uuid not null,
  meeting_id uuid not null,
  text text not null,
  kind text not null check (kind in ('show-of-hands', 'open', 'secret')),
  state text not null check (state in ('put', 'voting', 'closed', 'withdrawn')),
  put_by uuid,
  put_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  entitled integer,
  present integer,
  in_favour integer,
  against integer,
  abstained integer,
  passed boolean,
  primary key (org_id, motion_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  check (in_favour >= 0 and against >= 0 and abstained >= 0),
  check (in_favour + against + abstained <= present and present <= entitled),
  check ((state = 'closed') = (passed is not null))
);
create index motions_by_meeting on motions (org_id, meeting_id, put_at);

-- Open votes, by name. `counted` is settled at the close: whoever was found absent meanwhile has no part in the result.
create table motions_votes (
  org_id uuid not null,
  motion_id uuid not null,
  member_id uuid not null,
  choice text not null check (choice in ('in-favour', 'against', 'abstained')),
  at timestamptz not null,
  counted boolean not null default true,
  primary key (org_id, motion_id, member_id),
  foreign key (org_id, motion_id) references motions (org_id, motion_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index motions_votes_by_member on motions_votes (org_id, member_id);

-- What a count of hands was before it was corrected, and why.
create table motions_corrections (
  org_id uuid not null,
  correction_id uuid not null,
  motion_id uuid not null,
  at timestamptz not null,
  author_id uuid not null,
  reason text not null,
  in_favour integer not null,
  against integer not null,
  abstained integer not null,
  primary key (org_id, correction_id),
  foreign key (org_id, motion_id) references motions (org_id, motion_id)
);
create index motions_corrections_by_motion on motions_corrections (org_id, motion_id, at);

-- Who admitted somebody who joins from afar (`how` is 'remote').
alter table meetings_attendances add column admitted_by uuid;
