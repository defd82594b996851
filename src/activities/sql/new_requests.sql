-- What somebody asked for on the public form and nobody has gone on with.
SELECT id, title, locality, unit, function, asked_on FROM activities_request
WHERE municipality_id = $1 AND ended_at = '' AND state = 'wished' AND source = 'form'
ORDER BY asked_on, id
LIMIT 500
