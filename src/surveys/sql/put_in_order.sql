-- The table is kept by its random key.
SELECT 1 AS done
