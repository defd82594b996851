SELECT (SELECT COUNT(*) FROM budget_actual WHERE municipality_id = $1 AND line = $2) AS payments,
    (SELECT COUNT(*) FROM budget_calculation WHERE municipality_id = $1 AND line = $2) AS calculations,
    (SELECT COUNT(*) FROM budget_line WHERE municipality_id = $1 AND id = $2 AND session_costs <> '') AS paying
