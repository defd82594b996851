SELECT MAX(asked_on) AS day FROM activities_request WHERE municipality_id = $1
