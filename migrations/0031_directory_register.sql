-- The directory's records as registers have them: when each was added, its place in the order of names, what is searched
-- (both are filled in by the program, which knows the languages), lists with each of several between two line breaks.

DROP TABLE directory_checked;

ALTER TABLE directory_place ADD COLUMN created_at TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_place ADD COLUMN name_order TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_place ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
UPDATE directory_place SET created_at = changed_at;
ALTER TABLE directory_service ADD COLUMN created_at TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_service ADD COLUMN title_order TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_service ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
UPDATE directory_service SET created_at = changed_at;
ALTER TABLE directory_e_service ADD COLUMN created_at TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_e_service ADD COLUMN name_order TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_e_service ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
UPDATE directory_e_service SET created_at = changed_at;
ALTER TABLE directory_contact ADD COLUMN created_at TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_contact ADD COLUMN title_order TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_contact ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
UPDATE directory_contact SET created_at = changed_at;

-- Who runs a place stands with the place.
ALTER TABLE directory_place ADD COLUMN operator TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_place ADD COLUMN operator_type TEXT NOT NULL DEFAULT '';
UPDATE directory_place SET operator = COALESCE((
    SELECT name FROM directory_organization
    WHERE directory_organization.municipality_id = directory_place.municipality_id
        AND directory_organization.id = directory_place.organization_id), '');
UPDATE directory_place SET operator_type = COALESCE((
    SELECT type FROM directory_organization
    WHERE directory_organization.municipality_id = directory_place.municipality_id
        AND directory_organization.id = directory_place.organization_id), '');
INSERT INTO directory_fact_edit
    (municipality_id, record_kind, record_id, field, imported_value, edited_value, edited_by, edited_at)
SELECT edit.municipality_id, edit.record_kind, edit.record_id, 'operator',
    COALESCE((SELECT name FROM directory_organization AS said
        WHERE said.municipality_id = edit.municipality_id AND said.id = edit.imported_value), ''),
    COALESCE((SELECT name FROM directory_organization AS said
        WHERE said.municipality_id = edit.municipality_id AND said.id = edit.edited_value), ''),
    edit.edited_by, edit.edited_at
FROM directory_fact_edit AS edit
WHERE edit.record_kind = 'place' AND edit.field = 'organization_id';
INSERT INTO directory_fact_edit
    (municipality_id, record_kind, record_id, field, imported_value, edited_value, edited_by, edited_at)
SELECT edit.municipality_id, edit.record_kind, edit.record_id, 'operator_type',
    COALESCE((SELECT type FROM directory_organization AS said
        WHERE said.municipality_id = edit.municipality_id AND said.id = edit.imported_value), ''),
    COALESCE((SELECT type FROM directory_organization AS said
        WHERE said.municipality_id = edit.municipality_id AND said.id = edit.edited_value), ''),
    edit.edited_by, edit.edited_at
FROM directory_fact_edit AS edit
WHERE edit.record_kind = 'place' AND edit.field = 'organization_id';
DELETE FROM directory_fact_edit WHERE field = 'organization_id';
ALTER TABLE directory_place DROP COLUMN organization_id;
DROP TABLE directory_organization;

UPDATE directory_place SET alternative_names = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_place.alternative_names) ORDER BY key)) WHERE alternative_names LIKE '[%]';
UPDATE directory_place SET languages = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_place.languages) ORDER BY key)) WHERE languages LIKE '[%]';
UPDATE directory_place SET channels = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_place.channels) ORDER BY key)) WHERE channels LIKE '[%]';
UPDATE directory_place SET member_agencies = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_place.member_agencies) ORDER BY key)) WHERE member_agencies LIKE '[%]';
UPDATE directory_place SET staff_roles = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_place.staff_roles) ORDER BY key)) WHERE staff_roles LIKE '[%]';
UPDATE directory_place SET topics = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_place.topics) ORDER BY key)) WHERE topics LIKE '[%]';
UPDATE directory_place SET shares_premises_with = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_place.shares_premises_with) ORDER BY key)) WHERE shares_premises_with LIKE '[%]';
UPDATE directory_service SET topics = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_service.topics) ORDER BY key)) WHERE topics LIKE '[%]';
UPDATE directory_e_service SET first_line_roles = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_e_service.first_line_roles) ORDER BY key)) WHERE first_line_roles LIKE '[%]';
UPDATE directory_e_service SET languages = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_e_service.languages) ORDER BY key)) WHERE languages LIKE '[%]';
UPDATE directory_e_service SET topics = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_e_service.topics) ORDER BY key)) WHERE topics LIKE '[%]';
UPDATE directory_e_service SET words = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_e_service.words) ORDER BY key)) WHERE words LIKE '[%]';
UPDATE directory_contact SET words = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_contact.words) ORDER BY key)) WHERE words LIKE '[%]';
UPDATE directory_fact_edit SET imported_value = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_fact_edit.imported_value) ORDER BY key))
WHERE imported_value LIKE '[%]' AND field IN ('alternative_names', 'channels', 'first_line_roles', 'languages', 'member_agencies', 'shares_premises_with', 'staff_roles', 'topics', 'words');
UPDATE directory_fact_edit SET edited_value = (
    SELECT COALESCE(char(10) || group_concat(value, char(10)) || char(10), '')
    FROM (SELECT value FROM json_each(directory_fact_edit.edited_value) ORDER BY key))
WHERE edited_value LIKE '[%]' AND field IN ('alternative_names', 'channels', 'first_line_roles', 'languages', 'member_agencies', 'shares_premises_with', 'staff_roles', 'topics', 'words');
