SELECT id FROM tasks_task WHERE municipality_id = $1 AND state = 'open' AND function = $2
