SELECT id FROM goals_goal WHERE municipality_id = $1 AND ended_at <> '' AND ended_at < $2 ORDER BY ended_at, id LIMIT $3
