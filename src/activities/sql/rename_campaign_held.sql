UPDATE activities_session SET campaign = $3 WHERE municipality_id = $1 AND campaign = $2
