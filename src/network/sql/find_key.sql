-- The key of a member that holds: entered by whoever leads the network, not ended.
SELECT public_key FROM network_key
WHERE municipality_id = $1 AND network = $2 AND member = $3 AND key_id = $4 AND ended_at = ''
LIMIT 1
