SELECT unit, CAST(SUM(used) AS BIGINT) AS used FROM questions_used_at
WHERE municipality_id = $1 AND answer_id = $2
GROUP BY unit
ORDER BY used DESC, unit
LIMIT 50
