SELECT COUNT(*) AS number FROM activities_sign_up u
JOIN activities_session s ON s.municipality_id = u.municipality_id AND s.id = u.session_id
WHERE u.municipality_id = $1 AND s.ends_at < $2
