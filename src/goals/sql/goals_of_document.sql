SELECT id FROM goals_goal WHERE municipality_id = $1 AND document = $2 LIMIT 1000
