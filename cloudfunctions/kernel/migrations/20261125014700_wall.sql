-- A unit's people in the roster's order, for the wall of 三亮; it serves whoever asks for a unit's people as well as the index it replaces.
drop index organisation_members_by_unit;
create index organisation_members_by_unit on organisation_members (org_id, unit_id, member_id);

create index organisation_units_by_parent on organisation_units (org_id, parent_id);
