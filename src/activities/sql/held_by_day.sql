-- What was held, day by day; '' of all kinds.
SELECT s.day, COUNT(*) AS sessions,
       CAST(SUM(COALESCE(s.women, 0) + COALESCE(s.men, 0) + COALESCE(s.girls, 0) + COALESCE(s.boys, 0)
                + COALESCE(s.not_stated, 0)) AS BIGINT) AS came,
       CAST(SUM(CASE WHEN a.target_groups = $5 THEN COALESCE(s.women, 0) + COALESCE(s.men, 0) + COALESCE(s.girls, 0)
                     + COALESCE(s.boys, 0) + COALESCE(s.not_stated, 0) ELSE COALESCE(c.number, 0) END) AS BIGINT) AS staff,
       CAST(SUM(COALESCE(s.did_not_come, 0)) AS BIGINT) AS did_not_come,
       CAST(SUM(COALESCE(s.fee, 0) + COALESCE(s.premises, 0) + COALESCE(s.material, 0) + COALESCE(s.travel, 0)) AS BIGINT) AS costs
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
LEFT JOIN activities_came c ON c.municipality_id = s.municipality_id AND c.session_id = s.id AND c.list = 'target_group'
     AND c.term = 'staff'
WHERE s.municipality_id = $1 AND s.status = 'held' AND ($2 = '' OR COALESCE(s.kind, a.kind) = $2)
      AND ($3 = '' OR COALESCE(s.purpose, a.purpose) = $3)
      AND ($4 = '' OR a.id = $4)
GROUP BY s.day
ORDER BY s.day
