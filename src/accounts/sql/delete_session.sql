DELETE FROM accounts_session WHERE token_hash = $1
