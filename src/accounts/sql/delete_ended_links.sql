DELETE FROM accounts_link WHERE ends_at <= $1
