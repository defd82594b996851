DELETE FROM goals_goal WHERE municipality_id = $1 AND id = $2
