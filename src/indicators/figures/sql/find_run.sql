SELECT * FROM indicators_run WHERE id = $1
