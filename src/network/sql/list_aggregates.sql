-- All that members have said of a period: the latest revision last.
SELECT municipality_id, revision, payload, reason, key_id, after_lock, received_at FROM network_aggregate
WHERE network = $1 AND period = $2
ORDER BY municipality_id, revision
