-- 0 where the member has said nothing of the period.
SELECT COALESCE(MAX(revision), 0) AS revision FROM network_aggregate
WHERE network = $1 AND period = $2 AND municipality_id = $3
