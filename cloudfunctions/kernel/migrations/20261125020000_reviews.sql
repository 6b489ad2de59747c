-- 一评. What is known of a person (who may rate, who was issued a token) and what is known of a ballot stand in tables that share
-- nothing but round and subject: no ids made in sequence, no times, no addresses on the side of the ballots.
create table reviews_rounds (
  org_id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  template text not null check (template in ('review', 'appraisal', 'fusion')),
  title text not null,
  criteria jsonb not null,
  raters text[] not null,
  minimum_ballots integer not null,
  comments boolean not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  closes_at timestamptz not null,
  public_key text,
  secret_key text,
  created_by uuid not null,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (org_id, round_id),
  foreign key (org_id, unit_id) references organisation_units (org_id, unit_id)
);
create index reviews_rounds_by_unit on reviews_rounds (org_id, unit_id, created_at);

-- Who is rated: a person, or a branch. `unit_id` is the branch whose people rate them.
create table reviews_subjects (
  org_id uuid not null,
  round_id uuid not null,
  subject_id uuid not null,
  unit_id uuid not null,
  name text not null,
  primary key (org_id, round_id, subject_id),
  foreign key (org_id, round_id) references reviews_rounds (org_id, round_id)
);
create index reviews_subjects_by_unit on reviews_subjects (org_id, round_id, unit_id);
create index reviews_subjects_by_subject on reviews_subjects (org_id, subject_id);

create table reviews_raters (
  org_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  part text not null check (part in ('mutual', 'public', 'organisation')),
  primary key (org_id, round_id, member_id),
  foreign key (org_id, round_id) references reviews_rounds (org_id, round_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index reviews_raters_by_member on reviews_raters (org_id, member_id);

-- Who was issued a token for whom. The answer is kept, so that a phone that lost it on the way gets the same again.
create table reviews_issues (
  org_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  subject_id uuid not null,
  part text not null,
  blinded text not null,
  evaluated text not null,
  proof text not null,
  primary key (org_id, round_id, member_id, subject_id),
  foreign key (org_id, round_id, member_id) references reviews_raters (org_id, round_id, member_id),
  foreign key (org_id, round_id, subject_id) references reviews_subjects (org_id, round_id, subject_id)
);

-- Issues that count no more, because a phone was lost; listed to everybody in the round.
create table reviews_voids (
  org_id uuid not null,
  void_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  subject_id uuid not null,
  part text not null,
  reason text not null,
  voided_by uuid not null,
  voided_at timestamptz not null,
  primary key (org_id, void_id),
  foreign key (org_id, round_id) references reviews_rounds (org_id, round_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);
create index reviews_voids_by_round on reviews_voids (org_id, round_id);

-- The ballots while the round is open: found by their serial alone, which only the phone that made it knows.
create table reviews_ballots (
  org_id uuid not null,
  round_id uuid not null,
  subject_id uuid not null,
  part text not null,
  serial text not null,
  marks integer[] not null,
  comment text,
  primary key (org_id, round_id, subject_id, part, serial)
);

-- The same once the round is closed, written anew in random order: what is published to the round's raters.
create table reviews_lines (
  org_id uuid not null,
  round_id uuid not null,
  subject_id uuid not null,
  part text not null,
  serial text not null,
  marks integer[] not null,
  comment text,
  primary key (org_id, round_id, subject_id, part, serial),
  foreign key (org_id, round_id) references reviews_rounds (org_id, round_id)
);

create table reviews_results (
  org_id uuid not null,
  round_id uuid not null,
  subject_id uuid not null,
  ballots integer not null,
  issued integer not null,
  score numeric(5, 2),
  grade text,
  cap text,
  cap_reason text,
  tallies jsonb not null,
  primary key (org_id, round_id, subject_id),
  foreign key (org_id, round_id, subject_id) references reviews_subjects (org_id, round_id, subject_id)
);

-- How much of it a fact is about: the score of a review, hours of study.
alter table facts add column quantity numeric;
