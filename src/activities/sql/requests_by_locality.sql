SELECT locality, state, COUNT(*) AS number FROM activities_request
WHERE municipality_id = $1 AND ended_at = ''
GROUP BY locality, state
ORDER BY locality, state
LIMIT 2000
