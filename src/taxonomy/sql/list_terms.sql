SELECT key, label, maps_to, words, retired
FROM taxonomy_term WHERE municipality_id = $1 AND list = $2 ORDER BY position, key
