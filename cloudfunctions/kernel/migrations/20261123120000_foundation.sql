-- The foundation: who belongs where, who is signed in, what was changed, what happened.
-- org_id leads every key, so that any of these tables can be distributed by it.

create table organisations (
  org_id uuid primary key,
  name text not null,
  demo boolean not null default false,
  created_at timestamptz not null
);

create table organisation_units (
  org_id uuid not null references organisations (org_id),
  unit_id uuid not null,
  kind text not null check (kind in ('committee', 'general-branch', 'branch', 'group')),
  name text not null,
  parent_id uuid,
  created_at timestamptz not null,
  primary key (org_id, unit_id),
  foreign key (org_id, parent_id) references organisation_units (org_id, unit_id)
);

create table organisation_members (
  org_id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  group_id uuid,
  name text not null,
  standing text not null check (standing in ('full', 'probationary', 'activist', 'colleague')),
  unable boolean not null default false,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (org_id, member_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id),
  foreign key (org_id, group_id) references organisation_units (org_id, unit_id)
);
create index organisation_members_by_unit on organisation_members (org_id, unit_id);

create table organisation_posts (
  org_id uuid not null,
  unit_id uuid not null,
  member_id uuid not null,
  post text not null,
  since timestamptz not null,
  primary key (org_id, unit_id, member_id, post),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index organisation_posts_by_member on organisation_posts (org_id, member_id);

create table organisation_linked_branches (
  org_id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  since timestamptz not null,
  primary key (org_id, member_id, unit_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);

create table organisation_credentials (
  org_id uuid not null,
  member_id uuid not null,
  login text not null,
  password_hash text,
  activation_hash text,
  activation_expires_at timestamptz,
  changed_at timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);

create table organisation_consents (
  org_id uuid not null,
  member_id uuid not null,
  purpose text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (org_id, member_id, purpose),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);

create table sessions (
  org_id uuid not null,
  token_hash text not null,
  session_id uuid not null,
  member_id uuid not null,
  device text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (org_id, token_hash),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index sessions_by_member on sessions (org_id, member_id, session_id);

create table replies (
  org_id uuid not null,
  actor_id uuid not null,
  request_id text not null,
  action text not null,
  input_hash text not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (org_id, actor_id, request_id)
);

create table audit_entries (
  org_id uuid not null,
  entry_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  subject_id uuid,
  detail jsonb not null,
  primary key (org_id, entry_id)
);

create table facts (
  org_id uuid not null,
  fact_id uuid not null,
  kind text not null,
  member_id uuid,
  unit_id uuid not null,
  happened_at timestamptz not null,
  evidence_id uuid not null,
  filter text not null,
  reverses_id uuid,
  reason text,
  author_id uuid,
  recorded_at timestamptz not null,
  primary key (org_id, fact_id),
  foreign key (org_id, reverses_id) references facts (org_id, fact_id)
);
create index facts_by_member on facts (org_id, member_id, happened_at);
create index facts_by_evidence on facts (org_id, evidence_id, member_id);

-- Global directories: keyed by the value that is looked up, before the organisation is known.
create table directory_sign_in_names (
  login text primary key,
  org_id uuid not null,
  member_id uuid not null
);

create table directory_throttles (
  subject text primary key,
  failures integer not null,
  since timestamptz not null
);
