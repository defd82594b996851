SELECT COALESCE(MAX(edition), 0) AS edition FROM budget_approval WHERE municipality_id = $1 AND budget = $2
