SELECT year, gender, packed FROM indicators_figures WHERE indicator_id = $1 AND year BETWEEN $2 AND $3 ORDER BY year, gender
