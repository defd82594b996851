INSERT INTO accounts_secret (purpose, secret) VALUES ($1, $2)
ON CONFLICT (purpose) DO NOTHING
