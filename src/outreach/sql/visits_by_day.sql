SELECT day, unit, place, purpose, helper, COUNT(*) AS visits, COUNT(*) FILTER (WHERE success = 'yes') AS worked
FROM outreach_assisted_visit WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND ended_at = ''
GROUP BY day, unit, place, purpose, helper ORDER BY day, unit, place, purpose, helper
