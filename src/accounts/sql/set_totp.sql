UPDATE accounts_account SET totp_secret = $2, totp_pending = '', totp_last_step = $3 WHERE id = $1
