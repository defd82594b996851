SELECT id FROM budget_line WHERE municipality_id = $1 AND id = $2
