INSERT INTO offline_sent (municipality_id, sent_id, entry_id, received_at, account_id, secret_hash)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
