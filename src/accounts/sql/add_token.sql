INSERT INTO accounts_token (id, municipality_id, network, name, token_hash, scopes, created_at, last_used_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, '')
ON CONFLICT (id) DO NOTHING
