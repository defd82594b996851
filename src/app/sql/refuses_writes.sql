-- SQLite: the file system says it (writing.cpp).
SELECT 0 AS refuses
