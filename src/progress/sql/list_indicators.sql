SELECT municipality_id, target, indicator FROM progress_indicator ORDER BY municipality_id, target, position
