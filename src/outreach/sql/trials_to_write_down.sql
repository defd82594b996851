-- Planned, and their day is over.
SELECT id, title, day, unit FROM outreach_trial
WHERE municipality_id = $1 AND day < $2 AND ended_at = '' AND state = 'planned' ORDER BY day, id LIMIT 2000
