-- Photos and files of meetings. A file is attached to one meeting at most.
create table meetings_attachments (
  org_id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null,
  attached_by uuid not null,
  attached_at timestamptz not null,
  primary key (org_id, meeting_id, file_id),
  unique (org_id, file_id),
  foreign key (org_id, meeting_id) references meetings (org_id, meeting_id),
  foreign key (org_id, file_id) references files (org_id, file_id),
  foreign key (org_id, attached_by) references organisation_members (org_id, member_id)
);
