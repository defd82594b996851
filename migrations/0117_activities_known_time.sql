-- When and where it was as whoever has the code knows it: who looks alone reads on the page that it was moved.
ALTER TABLE activities_sign_up ADD COLUMN known_starts TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_sign_up ADD COLUMN known_place TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_sign_up ADD COLUMN known_address TEXT NOT NULL DEFAULT '';
UPDATE activities_sign_up
SET known_starts = COALESCE((SELECT e.starts_at FROM activities_session e
                             WHERE e.municipality_id = activities_sign_up.municipality_id AND e.id = activities_sign_up.session_id), ''),
    known_place = COALESCE((SELECT e.place FROM activities_session e
                            WHERE e.municipality_id = activities_sign_up.municipality_id AND e.id = activities_sign_up.session_id), ''),
    known_address = COALESCE((SELECT e.address FROM activities_session e
                              WHERE e.municipality_id = activities_sign_up.municipality_id AND e.id = activities_sign_up.session_id), '');
-- Who is put back knows what they knew, and is told what they were not.
ALTER TABLE activities_left ADD COLUMN known_starts TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_left ADD COLUMN known_place TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_left ADD COLUMN known_address TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_left ADD COLUMN to_tell TEXT NOT NULL DEFAULT '';
