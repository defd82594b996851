INSERT INTO accounts_account (id, municipality_id, email, email_key, name, password_hash, role, is_operator, networks,
                              totp_secret, totp_pending, totp_last_step, created_at, unit, only_unit, sees_privacy)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', '', 0, $10, $11, $12, $13)
ON CONFLICT (email_key) DO NOTHING
