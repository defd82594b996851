SELECT day, unit, CAST(SUM(used) AS BIGINT) AS used FROM questions_used
WHERE municipality_id = $1 AND day >= $2 AND day <= $3
GROUP BY day, unit
ORDER BY day, unit
