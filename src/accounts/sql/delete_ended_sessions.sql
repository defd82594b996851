DELETE FROM accounts_session
WHERE token_hash IN (SELECT token_hash FROM accounts_session WHERE created_at < $1 OR seen_at < $2 LIMIT $3)
