SELECT s.id, s.activity_id, s.day, s.starts, s.place, s.address, s.status, a.title, a.unit,
       COALESCE(s.purpose, a.purpose) AS purpose FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.day >= $2 AND s.day <= $3 AND s.status <> 'cancelled' AND a.ended_at = ''
ORDER BY s.starts_at, s.id
LIMIT 5000
