UPDATE progress_version SET version = version + 1 WHERE id = 1
