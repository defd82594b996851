SELECT indicator_id, GROUP_CONCAT(year) AS years FROM indicators_figures
WHERE indicator_id IN (SELECT value FROM json_each($1)) GROUP BY indicator_id
