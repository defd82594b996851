SELECT a.title, a.day, a.amount, a.trip FROM budget_actual a
JOIN budget_line l ON l.municipality_id = a.municipality_id AND l.id = a.line
WHERE a.municipality_id = $1 AND l.budget = $2 AND a.trip <> '' ORDER BY a.day, a.id LIMIT 500
