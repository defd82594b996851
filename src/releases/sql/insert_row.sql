INSERT INTO releases_row (scope, year, revision, node, time, table_key, cells) VALUES ($1, $2, $3, $4, $5, $6, $7)
