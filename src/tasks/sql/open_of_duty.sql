SELECT id FROM tasks_task WHERE municipality_id = $1 AND duty = $2 AND duty <> '' AND state = 'open'
