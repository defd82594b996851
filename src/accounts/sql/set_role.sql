UPDATE accounts_account SET role = $3 WHERE municipality_id = $1 AND id = $2
