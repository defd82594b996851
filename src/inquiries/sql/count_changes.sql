SELECT COUNT(*) AS number FROM inquiries_change WHERE municipality_id = $1 AND at < $2
