SELECT * FROM indicators_run ORDER BY started_at DESC, id DESC LIMIT $1
