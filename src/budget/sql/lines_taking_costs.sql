-- Lines, but for one, that pay costs of sessions, with the years of their budgets.
SELECT l.title, l.session_costs, b.first_year, b.last_year FROM budget_line l
JOIN budget_budget b ON b.municipality_id = l.municipality_id AND b.id = l.budget
WHERE l.municipality_id = $1 AND l.session_costs <> '' AND l.id <> $2
ORDER BY l.id
