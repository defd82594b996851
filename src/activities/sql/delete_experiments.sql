DELETE FROM activities_experiment WHERE municipality_id = $1 AND id IN (
    SELECT id FROM activities_experiment WHERE municipality_id = $1 AND last_day <> '' AND last_day < $2
    ORDER BY last_day, id LIMIT $3)
