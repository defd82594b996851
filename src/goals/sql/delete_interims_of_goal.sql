DELETE FROM goals_interim WHERE municipality_id = $1 AND goal = $2
