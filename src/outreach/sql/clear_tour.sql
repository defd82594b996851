UPDATE outreach_tour SET questions = '', version = version + 1
WHERE municipality_id = $1 AND id IN (
    SELECT id FROM outreach_tour WHERE municipality_id = $1 AND day < $2 AND questions <> '' ORDER BY day, id LIMIT $3)
