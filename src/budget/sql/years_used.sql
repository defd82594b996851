-- How many years the lines and sources of a budget have amounts for, up to the last.
SELECT COALESCE(MAX(years), 0) AS years FROM (
    SELECT CASE WHEN year_6 IS NOT NULL THEN 6 WHEN year_5 IS NOT NULL THEN 5 WHEN year_4 IS NOT NULL THEN 4
                WHEN year_3 IS NOT NULL THEN 3 WHEN year_2 IS NOT NULL THEN 2 WHEN year_1 IS NOT NULL THEN 1 ELSE 0 END AS years
    FROM budget_line WHERE municipality_id = $1 AND budget = $2
    UNION ALL
    SELECT CASE WHEN year_6 IS NOT NULL THEN 6 WHEN year_5 IS NOT NULL THEN 5 WHEN year_4 IS NOT NULL THEN 4
                WHEN year_3 IS NOT NULL THEN 3 WHEN year_2 IS NOT NULL THEN 2 WHEN year_1 IS NOT NULL THEN 1 ELSE 0 END AS years
    FROM budget_source WHERE municipality_id = $1 AND budget = $2) AS used
