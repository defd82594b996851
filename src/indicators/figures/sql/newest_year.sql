SELECT MAX(indicators_figures.year) AS year FROM indicators_figures
JOIN indicators_indicator ON indicators_indicator.id = indicators_figures.indicator_id
WHERE indicators_indicator.source = $1 AND indicators_indicator.municipality_id = $2 AND indicators_figures.year <= $3
