UPDATE outreach_assisted_visit SET note = '', version = version + 1
WHERE municipality_id = $1 AND id IN (
    SELECT id FROM outreach_assisted_visit WHERE municipality_id = $1 AND day < $2 AND note <> '' ORDER BY day, id LIMIT $3)
