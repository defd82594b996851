INSERT INTO retention_run (municipality_id, rule, day, number) VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality_id, rule, day) DO UPDATE SET number = retention_run.number + excluded.number
