UPDATE accounts_account SET role = $3, unit = $4, only_unit = $5, sees_privacy = $6 WHERE municipality_id = $1 AND id = $2
