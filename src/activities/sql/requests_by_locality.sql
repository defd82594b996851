SELECT locality, state, unit, COUNT(*) AS number FROM activities_request
WHERE municipality_id = $1 AND ended_at = ''
GROUP BY locality, state, unit
ORDER BY locality, state, unit
LIMIT 2000
