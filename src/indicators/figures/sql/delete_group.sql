DELETE FROM indicators_group WHERE id = $1
