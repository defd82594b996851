DELETE FROM indicators_figures WHERE origin = 'made up' AND indicator_id NOT LIKE 'made-up:%'
