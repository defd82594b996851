-- At any day to come of an activity, the first day first, there in their order: whoever waits for all of it has a row at each.
SELECT s.id, s.session_id, s.persons, s.language, s.code_hash, s.to_tell, c.name, c.by_way, c.value
FROM activities_session e
JOIN activities_sign_up s ON s.municipality_id = e.municipality_id AND s.session_id = e.id AND s.state = 'waiting'
LEFT JOIN activities_contact c ON c.municipality_id = s.municipality_id AND c.sign_up_id = s.id
WHERE e.municipality_id = $1 AND e.activity_id = $2 AND e.ends_at > $3
ORDER BY e.starts_at, e.id, s.turn
LIMIT 50000
