SELECT holder, until FROM indicators_lease WHERE source = $1
