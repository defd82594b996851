SELECT id FROM inquiries_inquiry WHERE municipality_id = $1 AND note <> '' AND at < $2 ORDER BY at LIMIT $3
