SELECT id FROM accounts_account WHERE municipality_id = $1 AND unit = $2 AND disabled_at IS NULL LIMIT 1
