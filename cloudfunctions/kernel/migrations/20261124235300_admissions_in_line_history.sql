-- Who was admitted from afar by name belongs to the history of their line as well.
drop index audit_entries_of_lines;
create index audit_entries_of_lines on audit_entries (org_id, subject_id)
  where action in ('meetings.recordAttendance', 'meetings.settleFlags', 'meetings.decideLeave', 'meetings.withdrawLeave', 'meetings.admit');
