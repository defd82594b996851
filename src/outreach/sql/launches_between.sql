-- That begin on these days.
SELECT id, title, first_day, hours, place, unit FROM outreach_launch
WHERE municipality_id = $1 AND first_day >= $2 AND first_day <= $3 AND ended_at = '' ORDER BY first_day, id LIMIT 2000
