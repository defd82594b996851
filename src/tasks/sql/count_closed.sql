SELECT COUNT(*) AS number FROM tasks_task WHERE municipality_id = $1 AND state <> 'open' AND done_at < $2
