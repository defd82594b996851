SELECT period, number FROM counts_count
WHERE municipality_id = $1 AND kind = $5 AND place = $2 AND first_day >= $3 AND last_day <= $4 AND first_day = last_day
