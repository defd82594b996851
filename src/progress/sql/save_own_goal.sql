INSERT INTO progress_own_goal (municipality_id, key, number, title, colour) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (municipality_id, key) DO UPDATE SET number = excluded.number, title = excluded.title, colour = excluded.colour
