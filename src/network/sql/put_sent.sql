INSERT INTO network_sent (municipality_id, network, period, file, made_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (municipality_id, network, period) DO UPDATE SET file = excluded.file, made_at = excluded.made_at
