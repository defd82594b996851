DELETE FROM indicators_figures WHERE indicator_id = $1 AND origin = $2
