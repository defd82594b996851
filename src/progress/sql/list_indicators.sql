SELECT target, indicator FROM progress_indicator WHERE municipality_id = $1 ORDER BY target, position
