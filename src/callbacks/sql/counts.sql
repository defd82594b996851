SELECT day, unit, opened, ended, in_time, not_reached FROM callbacks_count
WHERE municipality_id = $1 AND day >= $2 AND day <= $3
ORDER BY day, unit
