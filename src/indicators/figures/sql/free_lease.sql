DELETE FROM indicators_lease WHERE source = $1 AND holder = $2
