UPDATE owners_letter SET letter = $4 WHERE municipality_id = $1 AND link = $2 AND month = $3
