UPDATE accounts_account SET disabled_at = NULL, delete_on = NULL
WHERE municipality_id = $1 AND id = $2
