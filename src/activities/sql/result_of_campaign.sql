SELECT a.id, a.title, s.place, COUNT(*) AS sessions,
       CAST(SUM(COALESCE(s.women, 0) + COALESCE(s.men, 0) + COALESCE(s.girls, 0) + COALESCE(s.boys, 0)
           + COALESCE(s.not_stated, 0)) AS BIGINT) AS came
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND (s.campaign = $2 OR (s.campaign = '' AND a.campaign = $2)) AND s.status = 'held' AND s.day >= $3 AND s.day <= $4
GROUP BY a.id, a.title, s.place
ORDER BY a.title, a.id, s.place
LIMIT 2000
