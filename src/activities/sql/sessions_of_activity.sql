SELECT id, day, starts_at, ends_at, place, status, taken, counted_at,
       COALESCE(women, 0) + COALESCE(men, 0) + COALESCE(girls, 0) + COALESCE(boys, 0) + COALESCE(not_stated, 0) AS came
FROM activities_session
WHERE municipality_id = $1 AND activity_id = $2 AND status <> 'cancelled'
ORDER BY starts_at, id
LIMIT 400
