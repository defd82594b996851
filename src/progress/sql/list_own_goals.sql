SELECT key, number, title, colour FROM progress_own_goal WHERE municipality_id = $1 ORDER BY number, key
