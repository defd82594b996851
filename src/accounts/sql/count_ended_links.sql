SELECT COUNT(*) AS number FROM accounts_link WHERE ends_at <= $1
