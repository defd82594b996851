SELECT id, title, state FROM tasks_task
WHERE municipality_id = $1 AND about <> '' AND about = $2 AND duty = '' AND state IN ('open', 'done')
ORDER BY state DESC, due, id LIMIT 100
