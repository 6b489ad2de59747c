-- How often a ballot was changed after it had first left the phone, so that one delayed on its way replaces none that is newer. A number
-- made on the phone, no time; at the close it goes with the table: the lines do not have it.
alter table reviews_ballots add column revision smallint not null default 0;
alter table reviews_ballots alter column revision drop default;
