INSERT INTO progress_target (municipality_id, target, why) VALUES ($1, $2, $3)
ON CONFLICT (municipality_id, target) DO UPDATE SET why = excluded.why
