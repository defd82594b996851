SELECT (SELECT COUNT(*) FROM goals_story WHERE municipality_id = $1) + (SELECT COUNT(*) FROM goals_deviation WHERE municipality_id = $1)
     + (SELECT COUNT(*) FROM goals_report WHERE municipality_id = $1)
     + (SELECT COUNT(*) FROM goals_told WHERE municipality_id = $1) AS number
