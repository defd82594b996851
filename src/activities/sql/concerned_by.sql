SELECT s.id, s.day, s.starts_at, s.taken + s.waiting AS persons,
    (SELECT CAST(COALESCE(SUM(u.persons), 0) AS BIGINT) FROM activities_sign_up u
     LEFT JOIN activities_contact c ON c.municipality_id = u.municipality_id AND c.sign_up_id = u.id
     WHERE u.municipality_id = s.municipality_id AND u.session_id = s.id AND COALESCE(c.by_way, 'none') = 'none') AS codes
FROM activities_session s
WHERE s.municipality_id = $1 AND s.activity_id = $2 AND s.status = 'planned' AND s.starts_at >= $3
ORDER BY s.starts_at, s.id
LIMIT 1000
