-- SQLite has one writer.
SELECT 1 AS locked
