-- Closed by somebody while their duty held.
SELECT id, duty, rests_until FROM tasks_task WHERE municipality_id = $1 AND rests_until <> ''
