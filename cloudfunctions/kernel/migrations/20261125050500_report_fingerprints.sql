-- Fingerprints of what was handed in, the latest text of each report: what two texts share, they share here. Rows are looked up by hash,
-- and taken out by the hashes of the text that wrote them; a report's own are listed nowhere.
create table reports_fingerprints (
  org_id uuid not null,
  hash integer not null,
  report_id uuid not null,
  primary key (org_id, hash, report_id),
  foreign key (org_id, report_id) references reports (org_id, report_id)
);
