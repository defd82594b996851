SELECT (SELECT COUNT(*) FROM goals_story WHERE municipality_id = $1 AND created_at < $2)
     + (SELECT COUNT(*) FROM goals_deviation WHERE municipality_id = $1 AND created_at < $2)
     + (SELECT COUNT(*) FROM goals_report WHERE municipality_id = $1 AND made_at < $2)
     + (SELECT COUNT(*) FROM goals_told WHERE municipality_id = $1 AND told_at < $2) AS number
