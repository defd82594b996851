DELETE FROM accounts_link WHERE token_hash = $1 AND ends_at > $2
