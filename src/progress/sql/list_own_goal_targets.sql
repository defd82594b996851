SELECT goal_key, target FROM progress_own_goal_target WHERE municipality_id = $1 ORDER BY goal_key, target
