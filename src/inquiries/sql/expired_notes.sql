SELECT municipality_id, id FROM inquiries_inquiry WHERE note <> '' AND at < $1 LIMIT 500
