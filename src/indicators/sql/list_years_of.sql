SELECT indicator_id, GROUP_CONCAT(year, ' ') AS years
FROM (SELECT DISTINCT indicator_id, year FROM indicators_figures
      WHERE indicator_id IN (SELECT value FROM json_each($1)) ORDER BY indicator_id, year)
GROUP BY indicator_id
