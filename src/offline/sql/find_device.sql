SELECT id, account_id, ended_at, seen_at FROM offline_device WHERE municipality_id = $1 AND secret_hash = $2
