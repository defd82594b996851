SELECT s.created_at, s.seen_at, a.id, a.municipality_id, a.email, a.name, a.role, a.is_operator, a.networks, a.unit, a.only_unit,
       a.sees_privacy
FROM accounts_session s
JOIN accounts_account a ON a.id = s.account_id
WHERE s.token_hash = $1 AND a.disabled_at IS NULL
