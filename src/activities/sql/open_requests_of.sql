SELECT id FROM activities_request
WHERE municipality_id = $1 AND activity = $2 AND ended_at = '' AND state IN ('wished', 'found')
ORDER BY id
LIMIT 100
