-- A code counts once: no row changes for a step that was used already. One later than $3, the latest that may be used
-- now, was used while the clock was ahead and locks nobody out.
UPDATE accounts_account SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step < $2 OR totp_last_step > $3)
