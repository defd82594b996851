DELETE FROM goals_reference WHERE municipality_id = $1 AND goal = $2
