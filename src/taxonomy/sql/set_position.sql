UPDATE taxonomy_term SET position = $4 WHERE municipality_id = $1 AND list = $2 AND key = $3
