SELECT MAX(last_day) AS day FROM counts_count WHERE municipality_id = $1 AND kind = $2
