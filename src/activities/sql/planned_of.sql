SELECT id, day, version, taken FROM activities_session
WHERE municipality_id = $1 AND activity_id = $2 AND status = 'planned' AND starts_at >= $3
ORDER BY starts_at, id
LIMIT 1000
