SELECT day, unit, asked, answered, in_time FROM questions_count
WHERE municipality_id = $1 AND day >= $2 AND day <= $3
ORDER BY day, unit
