-- What one code stands for that is with it all the way, in the order in which turns are taken.
SELECT u.id, u.session_id, u.persons, u.state, u.found_us, u.to_tell, e.starts_at, e.ends_at, e.status, e.reason
FROM activities_sign_up u
JOIN activities_session e ON e.municipality_id = u.municipality_id AND e.id = u.session_id
WHERE u.municipality_id = $1 AND u.code_hash > $2 AND u.code_hash < $3
ORDER BY u.session_id
LIMIT 1000
