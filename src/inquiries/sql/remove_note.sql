UPDATE inquiries_inquiry SET note = '' WHERE municipality_id = $1 AND id = $2 AND note <> '' AND at < $3
