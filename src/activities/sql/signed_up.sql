SELECT s.id, s.persons, s.state, s.to_tell, s.language, s.known_starts, s.known_place, s.known_address, s.code_hash, c.name, c.by_way, c.value FROM activities_sign_up s
LEFT JOIN activities_contact c ON c.municipality_id = s.municipality_id AND c.sign_up_id = s.id
WHERE s.municipality_id = $1 AND s.session_id = $2
ORDER BY s.state, s.turn
LIMIT 6000
