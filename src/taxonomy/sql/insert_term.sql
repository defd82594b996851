INSERT INTO taxonomy_term (municipality_id, list, key, label, maps_to, words, retired, created_at, position)
VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8)
