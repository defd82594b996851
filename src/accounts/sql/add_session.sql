INSERT INTO accounts_session (token_hash, municipality_id, account_id, created_at, seen_at)
VALUES ($1, $2, $3, $4, $4)
