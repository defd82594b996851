SELECT id FROM budget_grant WHERE municipality_id = $1 AND id = $2
