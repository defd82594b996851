SELECT municipality_id, goal_key, target FROM progress_own_goal_target ORDER BY municipality_id, goal_key, target
