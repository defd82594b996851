SELECT version FROM progress_version WHERE id = 1
