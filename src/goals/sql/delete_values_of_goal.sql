DELETE FROM goals_value WHERE municipality_id = $1 AND goal = $2
