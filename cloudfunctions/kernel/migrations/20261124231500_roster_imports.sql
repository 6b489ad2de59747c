-- An import of people between its preview and its end: what was shown is what is done, step by step.

create table roster_imports (
  org_id uuid not null,
  import_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  -- Of the steps as they were shown.
  hash text not null,
  -- Emptied at the end: names are kept no longer than needed.
  steps jsonb not null,
  problems jsonb not null,
  warnings jsonb not null,
  total integer not null,
  unchanged integer not null,
  done integer not null default 0,
  changed integer not null default 0,
  -- The ids of the people who were added, whose first activation codes are still to be handed out.
  added jsonb not null default '[]',
  -- Rows that no longer fitted when their turn came, each with the reason.
  skipped jsonb not null default '[]',
  finished_at timestamptz,
  primary key (org_id, import_id),
  foreign key (org_id, created_by) references organisation_members (org_id, member_id)
);
