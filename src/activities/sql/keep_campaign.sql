-- What was held of an activity stays with the campaign that it was in.
UPDATE activities_session SET campaign = $3
WHERE municipality_id = $1 AND activity_id = $2 AND campaign = '' AND day < $4
