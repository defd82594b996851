SELECT id, municipality_id, email, name, password_hash, role, is_operator, networks, totp_secret, totp_pending,
       totp_last_step, disabled_at, delete_on, unit, only_unit, sees_privacy, created_at
FROM accounts_account
WHERE email_key = $1
