DELETE FROM accounts_session WHERE account_id = $1
