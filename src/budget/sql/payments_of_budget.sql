-- Payments on lines that pay what is written at sessions.
SELECT a.id, a.title, a.line, a.day, a.amount FROM budget_actual a
JOIN budget_line l ON l.municipality_id = a.municipality_id AND l.id = a.line
WHERE a.municipality_id = $1 AND l.budget = $2 AND l.session_costs <> '' AND a.amount > 0 ORDER BY a.day, a.id LIMIT 2000
