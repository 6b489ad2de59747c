-- Each meeting of a series is a row of its own; `revision` counts its changes, for calendars that were given it.
alter table meetings
  add column series_id uuid,
  add column sign_out boolean not null default false,
  add column revision integer not null default 0;
create index meetings_by_series on meetings (org_id, series_id, starts_at) where series_id is not null;
