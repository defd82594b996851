-- As it stands when somebody signs up.
UPDATE activities_sign_up
SET known_starts = (SELECT e.starts_at FROM activities_session e WHERE e.municipality_id = $1 AND e.id = $3),
    known_place = (SELECT e.place FROM activities_session e WHERE e.municipality_id = $1 AND e.id = $3),
    known_address = (SELECT e.address FROM activities_session e WHERE e.municipality_id = $1 AND e.id = $3)
WHERE municipality_id = $1 AND id = $2
