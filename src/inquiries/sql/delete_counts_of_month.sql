DELETE FROM inquiries_count WHERE municipality_id = $1 AND substr(period, 1, 7) = $2
