-- A code counts once: no row changes for a step that was used already.
UPDATE accounts_account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2
