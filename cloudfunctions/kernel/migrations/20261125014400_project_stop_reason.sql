-- Why a demonstration project was stopped; whoever could see it running can read that.
alter table showcase_projects add column stop_reason text;
