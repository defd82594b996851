-- Of those that one code stands for the next one that is held, else the next, else the first.
SELECT u.id, u.session_id, u.turn, u.persons, u.state, u.known_starts, u.known_place, u.known_address, u.code_hash
FROM activities_sign_up u
LEFT JOIN activities_session e ON e.municipality_id = u.municipality_id AND e.id = u.session_id
WHERE u.municipality_id = $1 AND (u.code_hash IN ($2, $3) OR (u.code_hash > $4 AND u.code_hash < $5))
ORDER BY CASE WHEN e.ends_at > $6 AND e.status <> 'cancelled' THEN 0 WHEN e.ends_at > $6 THEN 1 ELSE 2 END, e.starts_at, u.id
LIMIT 1
