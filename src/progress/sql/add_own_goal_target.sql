INSERT INTO progress_own_goal_target (municipality_id, goal_key, target) VALUES ($1, $2, $3)
