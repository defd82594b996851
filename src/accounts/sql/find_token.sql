SELECT id, municipality_id, network, scopes, last_used_on
FROM accounts_token
WHERE token_hash = $1 AND revoked_at IS NULL
