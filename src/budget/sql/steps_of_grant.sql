SELECT COUNT(*) AS steps FROM budget_grant_step WHERE municipality_id = $1 AND grant_call = $2
