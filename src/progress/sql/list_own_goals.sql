SELECT municipality_id, key, number, title, colour FROM progress_own_goal ORDER BY municipality_id, number, key
