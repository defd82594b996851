SELECT municipality_id, key, label, maps_to, words, retired
FROM taxonomy_term WHERE list = $1 ORDER BY municipality_id, position, key
