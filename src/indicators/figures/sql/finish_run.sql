UPDATE indicators_run SET finished_at = $2, outcome = $3, note = $4 WHERE id = $1
