DELETE FROM tasks_task WHERE state <> 'open' AND done_at < $1
