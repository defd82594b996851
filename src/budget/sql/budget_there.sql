SELECT id FROM budget_budget WHERE municipality_id = $1 AND id = $2
