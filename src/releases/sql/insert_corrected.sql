INSERT INTO releases_corrected (scope, year, revision, month, municipality_id, place, table_key, counts)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
