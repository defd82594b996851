SELECT account_id, secret_hash FROM offline_sent WHERE municipality_id = $1 AND sent_id = $2
