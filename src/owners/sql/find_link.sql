SELECT id FROM owners_link WHERE municipality_id = $1 AND secret = $2
