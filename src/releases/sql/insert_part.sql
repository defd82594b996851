INSERT INTO releases_part (scope, year, revision, month, municipality_id, least_shown, is_reported)
VALUES ($1, $2, $3, $4, $5, $6, $7)
