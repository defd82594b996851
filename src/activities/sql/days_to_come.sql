-- Of an activity, in the order in which turns are taken.
SELECT id, status, capacity, taken, waiting FROM activities_session
WHERE municipality_id = $1 AND activity_id = $2 AND ends_at > $3
ORDER BY id
LIMIT 1000
