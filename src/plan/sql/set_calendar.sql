INSERT INTO plan_calendar (token_hash, municipality_id, node, created_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality_id, node) DO UPDATE SET token_hash = $1, created_at = $4
