SELECT COUNT(*) AS number FROM accounts_session WHERE created_at < $1 OR seen_at < $2
