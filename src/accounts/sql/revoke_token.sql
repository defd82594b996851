UPDATE accounts_token SET revoked_at = $3
WHERE municipality_id = $1 AND id = $2 AND revoked_at IS NULL
