SELECT kind, place, first_day, last_day, number FROM counts_count
WHERE municipality_id = $1 AND first_day >= $2 AND last_day <= $3
