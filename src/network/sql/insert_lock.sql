INSERT INTO network_lock (municipality_id, network, period, locked_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (network, period) DO NOTHING
