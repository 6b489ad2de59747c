-- Why a task was withdrawn, for those who were asked to study it.
alter table study_tasks add column withdraw_reason text;
-- Whoever was at a meeting has finished the tasks that are that meeting.
create index study_tasks_by_meeting on study_tasks (org_id, meeting_id) where meeting_id is not null;
