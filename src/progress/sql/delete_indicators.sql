DELETE FROM progress_indicator WHERE municipality_id = $1 AND target = $2
