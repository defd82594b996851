SELECT w.invited, w.came,
       CAST(COALESCE(SUM(CASE WHEN c.state = 'done' THEN c.number ELSE 0 END), 0) AS BIGINT) AS done,
       CAST(COALESCE(SUM(CASE WHEN c.state <> 'done' THEN c.number ELSE 0 END), 0) AS BIGINT) AS planned
FROM outreach_walkthrough w
LEFT JOIN outreach_catch_up c ON c.municipality_id = w.municipality_id AND c.walkthrough = w.id AND c.ended_at = ''
WHERE w.municipality_id = $1 AND w.id = $2
GROUP BY w.invited, w.came
