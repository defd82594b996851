-- Who is with it all the way, at sessions to come: the last one first, there in the order in which they were acknowledged.
SELECT u.id, u.persons, u.state, u.code_hash, u.language, u.created_at, u.found_us, c.name, c.by_way, c.value, c.how_often
FROM activities_session e
JOIN activities_sign_up u ON u.municipality_id = e.municipality_id AND u.session_id = e.id
LEFT JOIN activities_contact c ON c.municipality_id = u.municipality_id AND c.sign_up_id = u.id
WHERE e.municipality_id = $1 AND e.activity_id = $2 AND e.ends_at > $3 AND u.code_hash LIKE '%/%'
ORDER BY e.starts_at DESC, e.id, u.turn
LIMIT 20000
