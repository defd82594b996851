UPDATE taxonomy_term SET label = $4, maps_to = $5, words = $6, retired = $7
WHERE municipality_id = $1 AND list = $2 AND key = $3
