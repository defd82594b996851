INSERT INTO releases_sum (scope, year, revision, node, members, least_shown) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (scope, year, revision, node) DO NOTHING
