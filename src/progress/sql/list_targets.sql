SELECT target, why FROM progress_target WHERE municipality_id = $1 ORDER BY target
