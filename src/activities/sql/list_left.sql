SELECT id, name, persons, state FROM activities_left
WHERE municipality_id = $1 AND session_id = $2 AND left_on = $3
ORDER BY id
LIMIT 100
