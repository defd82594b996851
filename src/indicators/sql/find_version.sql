SELECT version FROM indicators_version WHERE id = $1
