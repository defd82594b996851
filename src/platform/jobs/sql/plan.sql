INSERT INTO jobs_schedule (kind, last_at) VALUES ($1, $2)
ON CONFLICT (kind) DO UPDATE SET last_at = excluded.last_at WHERE jobs_schedule.last_at = $3
