SELECT day, topic, number FROM counts_stroke
WHERE municipality_id = $1 AND place = $2 AND day >= $3 AND day <= $4 AND channel = $5
ORDER BY topic, day
