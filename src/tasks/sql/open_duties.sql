SELECT id, duty, title, title_said, why_said, due, function, path FROM tasks_task
WHERE municipality_id = $1 AND state = 'open' AND duty <> ''
