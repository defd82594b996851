-- SQLite: a lock beside the file says it (installation.cpp).
SELECT 0 AS others
