SELECT day, unit, place, CAST(SUM(used) AS BIGINT) AS used FROM questions_used_at
WHERE municipality_id = $1 AND day >= $2 AND day <= $3
GROUP BY day, unit, place
ORDER BY day, unit, place
