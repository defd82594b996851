SELECT indicator_id, year, gender, packed FROM indicators_figures
WHERE indicator_id IN (SELECT json_array_elements_text(CAST($1 AS json))) AND year BETWEEN $2 AND $3
ORDER BY indicator_id, year, gender
