SELECT id, title, check_on FROM budget_saving
WHERE municipality_id = $1 AND check_on <= $2 AND result = 'open' ORDER BY check_on, id LIMIT 500
