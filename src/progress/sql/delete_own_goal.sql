DELETE FROM progress_own_goal WHERE municipality_id = $1 AND key = $2
