SELECT COUNT(*) AS n FROM indicators_run_change WHERE run_id = $1
