SELECT id, title, kind, counted_from, ended_at FROM goals_goal WHERE municipality_id = $1 AND id = $2
