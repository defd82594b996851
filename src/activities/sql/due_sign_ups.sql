SELECT u.id FROM activities_sign_up u
JOIN activities_session s ON s.municipality_id = u.municipality_id AND s.id = u.session_id
WHERE u.municipality_id = $1 AND s.ends_at < $2
ORDER BY s.ends_at, u.id
LIMIT $3
