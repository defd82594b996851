SELECT datcollate AS collation
FROM pg_catalog.pg_database
WHERE datname = current_database()
