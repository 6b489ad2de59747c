-- Phone numbers, only as a keyed hash and a masked display, and who opens the mini-program as whom.

alter table organisation_members
  add column phone_hash text,
  add column phone_masked text;

create table organisation_wechat_bindings (
  org_id uuid not null,
  member_id uuid not null,
  openid text not null,
  bound_at timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references organisation_members (org_id, member_id)
);

-- Global directories: keyed by the value that is looked up, before the organisation is known.
create table directory_openids (
  openid text primary key,
  org_id uuid not null,
  member_id uuid not null
);

-- One person may be on the rosters of two organisations, but a number belongs to one person in each.
create table directory_phones (
  phone_hash text not null,
  org_id uuid not null,
  member_id uuid not null,
  primary key (phone_hash, org_id)
);
