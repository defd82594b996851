SELECT id, activity_id, day, starts_at, ends_at, place, address, remote, led_by, capacity, minimum, decide_on, status, reason,
       taken, waiting, counted_at, version, changed_at, held_by
FROM activities_session
WHERE municipality_id = $1 AND day >= $2
ORDER BY starts_at, id
LIMIT 20000
