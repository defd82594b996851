UPDATE outreach_trial SET views = '', version = version + 1
WHERE municipality_id = $1 AND id IN (
    SELECT id FROM outreach_trial WHERE municipality_id = $1 AND day < $2 AND views <> '' ORDER BY day, id LIMIT $3)
