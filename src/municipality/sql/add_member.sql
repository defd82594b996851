INSERT INTO municipality_network_member (network_key, municipality_id) VALUES ($1, $2)
ON CONFLICT (network_key, municipality_id) DO NOTHING
