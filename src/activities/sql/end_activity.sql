UPDATE activities_activity SET ended_at = $3 WHERE municipality_id = $1 AND id = $2
