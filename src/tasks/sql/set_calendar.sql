INSERT INTO tasks_calendar (token_hash, municipality_id, account_id, created_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality_id, account_id) DO UPDATE SET token_hash = $1, created_at = $4
