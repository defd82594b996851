INSERT INTO accounts_link (token_hash, municipality_id, account_id, created_at, ends_at) VALUES ($1, $2, $3, $4, $5)
