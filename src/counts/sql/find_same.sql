SELECT id FROM counts_count WHERE municipality_id = $1 AND same = $2
