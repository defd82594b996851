-- One that ends later than $3 was made while the clock was ahead.
SELECT account_id FROM accounts_link WHERE token_hash = $1 AND ends_at > $2 AND ends_at <= $3
