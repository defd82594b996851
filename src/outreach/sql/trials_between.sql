-- Those that are not cancelled, by day.
SELECT id, title, day, hours, place, state, unit FROM outreach_trial
WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND ended_at = '' AND state <> 'cancelled' ORDER BY day, id LIMIT 2000
