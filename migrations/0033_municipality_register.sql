-- The settings of an active municipality as a register of one has them: its id is the municipality's, it was added when
-- the municipality was activated. Languages stand one a line. Whether the phone number is an example follows from it.

CREATE TABLE municipality_settings (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_hours TEXT NOT NULL,                     -- OpenStreetMap notation
    fallback_place TEXT NOT NULL,
    response_limit INTEGER,
    response_unit TEXT NOT NULL,
    accessibility_reviewed TEXT NOT NULL,          -- 2026-11-26, '' not yet
    languages TEXT NOT NULL,                       -- the first is the default
    zone TEXT NOT NULL,
    primary_colour TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

INSERT INTO municipality_settings (municipality_id, id, version, created_at, changed_at, phone, phone_hours, fallback_place,
                                   response_limit, response_unit, accessibility_reviewed, languages, zone, primary_colour)
SELECT municipality_id, municipality_id, 1, activated_at, activated_at, phone, phone_hours, fallback_place,
       response_limit, response_unit, accessibility_reviewed, CASE WHEN languages = '' THEN '' ELSE '
' || REPLACE(languages, ',', '
') || '
' END, zone, primary_colour
FROM municipality_active;

DROP TABLE municipality_active;
