SELECT indicator_id FROM indicators_followed ORDER BY indicator_id
