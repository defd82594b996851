SELECT 1 AS locked
FROM (SELECT pg_advisory_xact_lock(2026112201)) AS waited
