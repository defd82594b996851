UPDATE accounts_account SET disabled_at = $3, delete_on = $4
WHERE municipality_id = $1 AND id = $2 AND disabled_at IS NULL
