DELETE FROM tasks_task
WHERE municipality_id = $1 AND id IN (
    SELECT id FROM tasks_task WHERE municipality_id = $1 AND state <> 'open' AND done_at < $2 LIMIT $3)
