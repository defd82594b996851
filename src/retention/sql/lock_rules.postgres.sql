-- Who deletes and who chooses come one after the other, and see what the other has done.
SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(hashtextextended('retention of ' || $1, 0))) AS waited
