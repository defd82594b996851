SELECT packed, origin FROM indicators_figures WHERE indicator_id = $1 AND year = $2 AND gender = $3
