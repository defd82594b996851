DELETE FROM accounts_link WHERE token_hash IN (SELECT token_hash FROM accounts_link WHERE ends_at <= $1 LIMIT $2)
