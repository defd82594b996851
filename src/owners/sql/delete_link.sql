DELETE FROM owners_link WHERE municipality_id = $1 AND id = $2
