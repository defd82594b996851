INSERT INTO network_aggregate (municipality_id, network, period, revision, payload, reason, key_id, signature, after_lock, received_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
