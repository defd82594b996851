SELECT COUNT(*) AS number FROM goals_goal WHERE municipality_id = $1 AND ended_at <> '' AND ended_at < $2
