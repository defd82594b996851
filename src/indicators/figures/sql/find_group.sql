SELECT title, members FROM indicators_group WHERE id = $1
