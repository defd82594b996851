SELECT day, unit, place, kind, languages AS language, COUNT(*) AS visits, CAST(COALESCE(SUM(persons), 0) AS BIGINT) AS persons
FROM outreach_tour WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND ended_at = '' AND state = 'held'
GROUP BY day, unit, place, kind, languages ORDER BY day, unit, place, kind, languages
