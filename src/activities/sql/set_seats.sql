UPDATE activities_session SET taken = taken + $3, waiting = waiting + $4 WHERE municipality_id = $1 AND id = $2
