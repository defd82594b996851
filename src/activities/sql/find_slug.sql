SELECT id FROM activities_activity WHERE municipality_id = $1 AND slug = $2
