-- What waits for an officer is looked for on every visit of Today; what was decided long ago is not looked at.
create index meetings_leave_requests_asked on meetings_leave_requests (org_id, asked_at) where state = 'asked';
create index meetings_make_ups_handed_in on meetings_make_ups (org_id, handed_in_at) where state = 'handed-in';
