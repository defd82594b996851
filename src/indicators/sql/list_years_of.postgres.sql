SELECT indicator_id, STRING_AGG(CAST(year AS TEXT), ' ' ORDER BY year) AS years
FROM (SELECT DISTINCT indicator_id, year FROM indicators_figures
      WHERE indicator_id IN (SELECT json_array_elements_text(CAST($1 AS json)))) AS found
GROUP BY indicator_id
