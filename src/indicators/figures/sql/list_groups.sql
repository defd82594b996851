SELECT id, title, members FROM indicators_group WHERE source = $1
