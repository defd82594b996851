UPDATE goals_benefit SET goal = '', version = version + 1 WHERE municipality_id = $1 AND goal = $2
