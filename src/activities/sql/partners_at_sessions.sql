-- The same organisations as partners_taking_part, with each session at which they took part, the newest first.
SELECT p.id, p.kind, p.title, a.title AS activity, s.id AS session, s.day FROM activities_partner p
JOIN activities_session s ON s.municipality_id = p.municipality_id AND s.activity_id = p.activity
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE p.municipality_id = $1 AND s.status = 'held' AND s.day >= $2 AND s.day <= $3
    AND (s.partners = '' OR s.partners LIKE '%' || p.id || '%')
ORDER BY p.title, s.day DESC, s.id, p.id
