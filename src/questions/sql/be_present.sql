INSERT INTO questions_present (municipality_id, account, until) VALUES ($1, $2, $3)
ON CONFLICT (municipality_id, account) DO UPDATE SET until = $3
