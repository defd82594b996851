-- SQLite has one writer.
SELECT 1 AS locked WHERE $1 IS NOT NULL
