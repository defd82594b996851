-- Every release, the last revision of a year at its end.
SELECT scope, year, revision, month, made_at, reason, code_lists, published, hidden, withheld, tables
FROM releases_release ORDER BY scope, year, revision, month
