INSERT INTO accounts_recovery_code (municipality_id, account_id, code_hash) VALUES ($1, $2, $3)
