SELECT municipality_id, target, why FROM progress_target ORDER BY municipality_id, target
