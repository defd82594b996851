DELETE FROM goals_week WHERE municipality_id = $1 AND goal = $2
