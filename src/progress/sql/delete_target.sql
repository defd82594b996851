DELETE FROM progress_target WHERE municipality_id = $1 AND target = $2
