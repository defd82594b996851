SELECT s.id, s.persons, s.language, s.code_hash, c.name, c.by_way, c.value FROM activities_sign_up s
LEFT JOIN activities_contact c ON c.municipality_id = s.municipality_id AND c.sign_up_id = s.id
WHERE s.municipality_id = $1 AND s.session_id = $2 AND s.state = 'waiting'
ORDER BY s.turn
LIMIT 1000
