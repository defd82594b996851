UPDATE tasks_task SET rests_until = '' WHERE municipality_id = $1 AND id = $2
