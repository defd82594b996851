SELECT person, function, due, COUNT(*) AS number FROM tasks_task
WHERE municipality_id = $1 AND state = 'open'
GROUP BY person, function, due
