SELECT DISTINCT indicator_id FROM indicators_figures WHERE origin = 'fetched'
