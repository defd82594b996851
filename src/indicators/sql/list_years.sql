SELECT DISTINCT year FROM indicators_figures WHERE indicator_id = $1 ORDER BY year
