INSERT INTO offline_device (municipality_id, id, account_id, label, secret_hash, created_at, seen_at, ended_at)
VALUES ($1, $2, $3, $4, $5, $6, $6, '')
