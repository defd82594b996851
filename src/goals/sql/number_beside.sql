-- What would lose its goal.
SELECT (SELECT COUNT(*) FROM goals_value WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_interim WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_story WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_deviation WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_reference WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_ambition WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_benefit WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_quality WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_week WHERE municipality_id = $1 AND goal = $2)
     + (SELECT COUNT(*) FROM goals_goal WHERE municipality_id = $1 AND pair = $2) AS number
