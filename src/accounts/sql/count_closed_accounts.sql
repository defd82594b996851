SELECT COUNT(*) AS number FROM accounts_account WHERE delete_on IS NOT NULL AND delete_on <= $1
