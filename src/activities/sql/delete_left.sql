DELETE FROM activities_left WHERE municipality_id = $1 AND id = $2
