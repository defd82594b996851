SELECT kind, indicator_id, municipality_id, year, gender, before_value, after_value FROM indicators_run_change
WHERE run_id = $1 ORDER BY id LIMIT $2
