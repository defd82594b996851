INSERT INTO releases_release
    (scope, year, revision, month, made_at, reason, code_lists, published, hidden, withheld, tables)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
