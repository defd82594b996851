SELECT COUNT(*) AS number FROM goals_goal WHERE municipality_id = $1
