-- When and where it was as somebody left: who is put back after it was moved is told so.
ALTER TABLE activities_left ADD COLUMN left_starts TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_left ADD COLUMN left_place TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_left ADD COLUMN left_address TEXT NOT NULL DEFAULT '';
UPDATE activities_left
SET left_starts = COALESCE((SELECT e.starts_at FROM activities_session e
                            WHERE e.municipality_id = activities_left.municipality_id AND e.id = activities_left.session_id), ''),
    left_place = COALESCE((SELECT e.place FROM activities_session e
                           WHERE e.municipality_id = activities_left.municipality_id AND e.id = activities_left.session_id), ''),
    left_address = COALESCE((SELECT e.address FROM activities_session e
                             WHERE e.municipality_id = activities_left.municipality_id AND e.id = activities_left.session_id), '');
