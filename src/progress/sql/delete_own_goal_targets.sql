DELETE FROM progress_own_goal_target WHERE municipality_id = $1 AND goal_key = $2
