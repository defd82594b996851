UPDATE tasks_task SET person = $3, changed_at = $4, version = version + 1 WHERE municipality_id = $1 AND id = $2
