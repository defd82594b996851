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
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_place.alternative_names::json) WITH ORDINALITY AS item (value, place)) WHERE alternative_names LIKE '[%]';
UPDATE directory_place SET languages = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_place.languages::json) WITH ORDINALITY AS item (value, place)) WHERE languages LIKE '[%]';
UPDATE directory_place SET channels = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_place.channels::json) WITH ORDINALITY AS item (value, place)) WHERE channels LIKE '[%]';
UPDATE directory_place SET member_agencies = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_place.member_agencies::json) WITH ORDINALITY AS item (value, place)) WHERE member_agencies LIKE '[%]';
UPDATE directory_place SET staff_roles = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_place.staff_roles::json) WITH ORDINALITY AS item (value, place)) WHERE staff_roles LIKE '[%]';
UPDATE directory_place SET topics = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_place.topics::json) WITH ORDINALITY AS item (value, place)) WHERE topics LIKE '[%]';
UPDATE directory_place SET shares_premises_with = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_place.shares_premises_with::json) WITH ORDINALITY AS item (value, place)) WHERE shares_premises_with LIKE '[%]';
UPDATE directory_service SET topics = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_service.topics::json) WITH ORDINALITY AS item (value, place)) WHERE topics LIKE '[%]';
UPDATE directory_e_service SET first_line_roles = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_e_service.first_line_roles::json) WITH ORDINALITY AS item (value, place)) WHERE first_line_roles LIKE '[%]';
UPDATE directory_e_service SET languages = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_e_service.languages::json) WITH ORDINALITY AS item (value, place)) WHERE languages LIKE '[%]';
UPDATE directory_e_service SET topics = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_e_service.topics::json) WITH ORDINALITY AS item (value, place)) WHERE topics LIKE '[%]';
UPDATE directory_e_service SET words = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_e_service.words::json) WITH ORDINALITY AS item (value, place)) WHERE words LIKE '[%]';
UPDATE directory_contact SET words = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_contact.words::json) WITH ORDINALITY AS item (value, place)) WHERE words LIKE '[%]';
UPDATE directory_fact_edit SET imported_value = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_fact_edit.imported_value::json) WITH ORDINALITY AS item (value, place))
WHERE imported_value LIKE '[%]' AND field IN ('alternative_names', 'channels', 'first_line_roles', 'languages', 'member_agencies', 'shares_premises_with', 'staff_roles', 'topics', 'words');
UPDATE directory_fact_edit SET edited_value = (
    SELECT COALESCE(chr(10) || string_agg(value, chr(10) ORDER BY place) || chr(10), '')
    FROM json_array_elements_text(directory_fact_edit.edited_value::json) WITH ORDINALITY AS item (value, place))
WHERE edited_value LIKE '[%]' AND field IN ('alternative_names', 'channels', 'first_line_roles', 'languages', 'member_agencies', 'shares_premises_with', 'staff_roles', 'topics', 'words');
