SELECT COUNT(*) AS links FROM accounts_link WHERE account_id = $1 AND ends_at > $2
