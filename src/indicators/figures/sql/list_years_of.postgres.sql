SELECT indicator_id, STRING_AGG(CAST(year AS TEXT), ',') AS years FROM indicators_figures
WHERE indicator_id IN (SELECT json_array_elements_text(CAST($1 AS json))) GROUP BY indicator_id
