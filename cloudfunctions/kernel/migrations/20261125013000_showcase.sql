-- 三亮: identity, pledges, performance, demonstration projects, the public card, and what waits for the branch's decision.

-- Initials of the name's pinyin, by which people are sought; empty until they are worked out.
alter table organisation_members add column initials text;

-- What a person puts before the branch. `content` is what is decided on, as it was then; it is decided once.
create table showcase_submissions (
  org_id uuid not null,
  submission_id uuid not null,
  unit_id uuid not null,
  member_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  content jsonb not null,
  state text not null check (state in ('waiting', 'approved', 'returned', 'taken-back', 'revoked')),
  submitted_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  comment text,
  primary key (org_id, submission_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create unique index showcase_submissions_one_waiting on showcase_submissions (org_id, subject_id) where state = 'waiting';
create index showcase_submissions_waiting on showcase_submissions (org_id, unit_id, submitted_at) where state = 'waiting';
create index showcase_submissions_by_subject on showcase_submissions (org_id, subject_id, submitted_at);
create index showcase_submissions_by_member on showcase_submissions (org_id, member_id);

-- Photos, files and links that show something; the subject is a claim, a note, an outcome, an entry, a milestone or a project.
create table showcase_evidence (
  org_id uuid not null,
  subject_id uuid not null,
  place integer not null,
  member_id uuid not null,
  file_id uuid,
  url text,
  title text not null,
  added_at timestamptz not null,
  primary key (org_id, subject_id, place),
  check ((file_id is null) <> (url is null)),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id),
  foreign key (org_id, file_id) references files (org_id, file_id)
);
create index showcase_evidence_by_member on showcase_evidence (org_id, member_id);

-- 亮身份: what a person says of themselves.
create table showcase_profiles (
  org_id uuid not null,
  member_id uuid not null,
  photo_id uuid,
  introduction text not null default '',
  joined_on date,
  changed_at timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id),
  foreign key (org_id, photo_id) references files (org_id, file_id)
);

-- The position a person works in (岗位) and the badges they hold (先锋岗 …): said by them, confirmed by the branch.
create table showcase_claims (
  org_id uuid not null,
  claim_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('position', 'badge')),
  text text not null,
  state text not null check (state in ('waiting', 'confirmed', 'returned', 'ended')),
  claimed_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (org_id, claim_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index showcase_claims_by_member on showcase_claims (org_id, member_id);

-- 岗位职责, set by the branch: one line of duty with its tasks.
create table showcase_duties (
  org_id uuid not null,
  member_id uuid not null,
  place integer not null,
  text text not null,
  tasks text[] not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id, member_id, place),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);

-- 亮承诺. What stands here is what the branch approved last, or the draft before it approved anything.
create table showcase_pledges (
  org_id uuid not null,
  pledge_id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  year integer not null,
  category text not null,
  text text not null,
  measure text not null,
  target text not null,
  due_on date not null,
  state text not null check (state in ('draft', 'proposed', 'published', 'kept', 'partly', 'broken')),
  version integer not null default 0,
  progress integer not null default 0 check (progress between 0 and 100),
  published_at timestamptz,
  settled_at timestamptz,
  outcome_text text,
  outcome_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (org_id, pledge_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id)
);
create index showcase_pledges_by_member on showcase_pledges (org_id, member_id, year);
create index showcase_pledges_by_due on showcase_pledges (org_id, year, state, due_on);

-- Every text of a pledge the branch ever approved; the first has no reason.
create table showcase_pledge_versions (
  org_id uuid not null,
  pledge_id uuid not null,
  version integer not null,
  category text not null,
  text text not null,
  measure text not null,
  target text not null,
  due_on date not null,
  reason text,
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (org_id, pledge_id, version),
  foreign key (org_id, pledge_id) references showcase_pledges (org_id, pledge_id)
);

create table showcase_pledge_notes (
  org_id uuid not null,
  note_id uuid not null,
  pledge_id uuid not null,
  text text not null,
  progress integer not null check (progress between 0 and 100),
  at timestamptz not null,
  primary key (org_id, note_id),
  foreign key (org_id, pledge_id) references showcase_pledges (org_id, pledge_id)
);
create index showcase_pledge_notes_by_pledge on showcase_pledge_notes (org_id, pledge_id, at);

-- 亮绩效: what was achieved in a quarter, for one pledge or one project. `figure` has its unit, or there is none.
create table showcase_performances (
  org_id uuid not null,
  performance_id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  year integer not null,
  quarter integer not null check (quarter between 1 and 4),
  pledge_id uuid,
  project_id uuid,
  text text not null,
  figure numeric,
  figure_unit text,
  state text not null check (state in ('draft', 'submitted', 'verified')),
  verified_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (org_id, performance_id),
  check ((pledge_id is null) <> (project_id is null)),
  check ((figure is null) = (figure_unit is null)),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id)
);
create index showcase_performances_by_member on showcase_performances (org_id, member_id, year, quarter);

-- 先锋岗示范项 (三创三服务).
create table showcase_projects (
  org_id uuid not null,
  project_id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  year integer not null,
  kind text not null check (kind in ('innovation', 'excellence', 'efficiency')),
  name text not null,
  goal text not null,
  due_on date not null,
  state text not null check (state in ('draft', 'proposed', 'running', 'accepted', 'stopped')),
  result text,
  result_id uuid,
  approved_at timestamptz,
  settled_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (org_id, project_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id)
);
create index showcase_projects_by_member on showcase_projects (org_id, member_id, year);
create index showcase_projects_by_unit on showcase_projects (org_id, unit_id, year);

create table showcase_milestones (
  org_id uuid not null,
  milestone_id uuid not null,
  project_id uuid not null,
  place integer not null,
  text text not null,
  due_on date not null,
  met_at timestamptz,
  note text,
  primary key (org_id, milestone_id),
  foreign key (org_id, project_id) references showcase_projects (org_id, project_id)
);
create index showcase_milestones_by_project on showcase_milestones (org_id, project_id, place);

-- 双示范, 双挂: what a person answers for beside their post, perhaps within a project.
create table showcase_pairings (
  org_id uuid not null,
  pairing_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('demonstration-post', 'demonstration-area', 'place', 'customer')),
  name text not null,
  note text not null,
  project_id uuid,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, pairing_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id),
  foreign key (org_id, project_id) references showcase_projects (org_id, project_id)
);
create index showcase_pairings_by_member on showcase_pairings (org_id, member_id);

-- The card that anybody may open by its code, once its owner has opened it to the public.
create table showcase_cards (
  org_id uuid not null,
  member_id uuid not null,
  tag text not null,
  open boolean not null,
  changed_at timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);

-- 群众留言: thanks or a suggestion, by nobody known; shown once the branch has approved it.
create table showcase_words (
  org_id uuid not null,
  word_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('thanks', 'suggestion')),
  text text not null,
  state text not null check (state in ('waiting', 'published', 'returned', 'ended')),
  left_on date not null,
  published_at timestamptz,
  primary key (org_id, word_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index showcase_words_by_member on showcase_words (org_id, member_id, published_at);

-- Looked up before the organisation is known.
create table directory_cards (
  tag text primary key,
  org_id uuid not null,
  member_id uuid not null
);
