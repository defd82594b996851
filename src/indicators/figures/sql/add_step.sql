INSERT INTO indicators_run_step (run_id, step) VALUES ($1, $2) ON CONFLICT (run_id, step) DO NOTHING
