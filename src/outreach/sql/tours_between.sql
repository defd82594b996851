-- Those that are not cancelled, by day.
SELECT id, title, day, hours, place, locality, state, unit, function, COALESCE(people, 1) AS people FROM outreach_tour
WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND ended_at = '' AND state <> 'cancelled' ORDER BY day, id LIMIT 2000
