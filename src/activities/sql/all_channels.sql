-- By activity: sessions that are not cancelled, who is or was signed up for them (once, where one is with it all the way) and who
-- came, however they were reached. '' is any.
SELECT s.activity_id AS activity, COUNT(*) AS sessions, COUNT(*) FILTER (WHERE s.status = 'held') AS held,
       CAST(COALESCE(CASE WHEN MAX(a.all_along) = 1 THEN MAX(s.taken + s.waiting) ELSE SUM(s.taken + s.waiting) END, 0) AS BIGINT)
           AS signed_up,
       CAST(COALESCE(SUM(CASE WHEN s.status = 'held' THEN COALESCE(s.women, 0) + COALESCE(s.men, 0) + COALESCE(s.girls, 0)
           + COALESCE(s.boys, 0) + COALESCE(s.not_stated, 0) ELSE 0 END), 0) AS BIGINT) AS came
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.status <> 'cancelled' AND ($2 = '' OR s.activity_id = $2) AND ($3 = '' OR s.id = $3)
  AND ($4 = '' OR CASE WHEN s.campaign <> '' THEN s.campaign ELSE a.campaign END = $4) AND s.day >= $5 AND s.day <= $6
GROUP BY s.activity_id
