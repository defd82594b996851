-- Of all its sessions that are not over: whoever signs up after it finds the activity ended, whoever did before is counted.
UPDATE activities_session SET turn = turn + 1
WHERE municipality_id = $1 AND activity_id = $2 AND status = 'planned' AND ends_at > $3
