SELECT id FROM inquiries_inquiry WHERE municipality_id = $1 AND id > $2 AND id < $3 LIMIT 1
