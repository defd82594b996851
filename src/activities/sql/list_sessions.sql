-- A piece of them, in the order of the index; the next begins behind its last one.
SELECT id, activity_id, day, starts_at, ends_at, place, address, remote, led_by, capacity, minimum, decide_on, status, reason,
       taken, waiting, counted_at, version, changed_at, held_by, campaign
FROM activities_session
WHERE municipality_id = $1 AND (day, id) > ($2, $3)
ORDER BY day, id
LIMIT 2000
