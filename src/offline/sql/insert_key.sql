INSERT INTO offline_key (id, private_key, public_key, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
