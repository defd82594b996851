DELETE FROM accounts_account
WHERE id IN (SELECT id FROM accounts_account WHERE delete_on IS NOT NULL AND delete_on <= $1 LIMIT $2)
