-- Files: what was uploaded or made, and where its bytes lie. `loose_since` is empty while the file is attached to something;
-- a file that is loose for a day is removed. `place` is empty until the bytes are kept.
create table files (
  org_id uuid not null,
  file_id uuid not null,
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  place text,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  loose_since timestamptz,
  primary key (org_id, file_id),
  foreign key (org_id, uploaded_by) references organisation_members (org_id, member_id)
);
create index files_loose on files (org_id, loose_since) where loose_since is not null;
create index files_by_uploader on files (org_id, uploaded_by);
