INSERT INTO plan_digest (municipality_id, account_id, day, sent) VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality_id, account_id) DO UPDATE SET day = $3
