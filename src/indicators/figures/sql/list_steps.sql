SELECT step FROM indicators_run_step WHERE run_id = $1
