SELECT id, network, name, scopes, created_at, last_used_on, revoked_at
FROM accounts_token
WHERE municipality_id = $1
ORDER BY name, id
