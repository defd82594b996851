-- What pays and what costs, of one budget, in the order of its tables.
SELECT id, 'line' AS kind, title, COALESCE(place, 1000000) AS place, year_1, year_2, year_3, year_4, year_5, year_6 FROM budget_line
    WHERE municipality_id = $1 AND budget = $2
UNION ALL
SELECT id, 'source' AS kind, title, 0 AS place, year_1, year_2, year_3, year_4, year_5, year_6 FROM budget_source
    WHERE municipality_id = $1 AND budget = $2
ORDER BY 2, 4, 3, 1
