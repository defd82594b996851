-- One writes at a time.
SELECT 1 AS done
