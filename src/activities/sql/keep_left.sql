INSERT INTO activities_left (municipality_id, id, session_id, left_on, persons, state, code_hash, language, created_at, found_us,
    name, by_way, value, how_often, known_starts, known_place, known_address, to_tell, left_starts, left_place, left_address, turn,
    reminded_on)
SELECT s.municipality_id, s.id, s.session_id, $3, s.persons, s.state, s.code_hash, s.language, s.created_at, s.found_us,
    COALESCE(c.name, ''), COALESCE(c.by_way, 'none'), COALESCE(c.value, ''), COALESCE(c.how_often, 'only'),
    s.known_starts, s.known_place, s.known_address, CASE WHEN s.to_tell = '' THEN $4 ELSE s.to_tell END,
    e.starts_at, e.place, e.address, s.turn, COALESCE(c.reminded_on, '')
FROM activities_sign_up s
JOIN activities_session e ON e.municipality_id = s.municipality_id AND e.id = s.session_id
LEFT JOIN activities_contact c ON c.municipality_id = s.municipality_id AND c.sign_up_id = s.id
WHERE s.municipality_id = $1 AND s.id = $2
ON CONFLICT (municipality_id, id) DO NOTHING
