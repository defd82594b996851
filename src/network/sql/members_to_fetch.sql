-- Of whom a key is in use that says where its files are fetched; a member with several keys once for each address.
SELECT DISTINCT member, address FROM network_key
WHERE municipality_id = $1 AND network = $2 AND ended_at = '' AND address <> ''
ORDER BY member, address
LIMIT 2000
