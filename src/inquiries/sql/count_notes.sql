SELECT COUNT(*) AS number FROM inquiries_inquiry WHERE municipality_id = $1 AND note <> '' AND at < $2
