SELECT indicator_id, year, gender, packed FROM indicators_figures
WHERE indicator_id IN (SELECT value FROM json_each($1)) AND year BETWEEN $2 AND $3 ORDER BY indicator_id, year, gender
