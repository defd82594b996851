DELETE FROM owners_letter WHERE municipality_id = $1 AND link = $2
