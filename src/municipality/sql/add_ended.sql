INSERT INTO municipality_network_ended (network_key, municipality_id) VALUES ($1, $2)
ON CONFLICT (network_key, municipality_id) DO NOTHING
