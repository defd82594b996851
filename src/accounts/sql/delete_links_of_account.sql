DELETE FROM accounts_link WHERE account_id = $1
