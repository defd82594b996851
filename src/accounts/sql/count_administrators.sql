SELECT COUNT(*) AS administrators
FROM accounts_account
WHERE municipality_id = $1 AND role = 4 AND disabled_at IS NULL AND id <> $2
