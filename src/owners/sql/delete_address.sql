DELETE FROM owners_address WHERE municipality_id = $1 AND link = $2
