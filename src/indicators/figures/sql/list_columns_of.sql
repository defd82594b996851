SELECT year, gender FROM indicators_figures WHERE indicator_id = $1
