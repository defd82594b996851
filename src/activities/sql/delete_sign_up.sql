DELETE FROM activities_sign_up WHERE municipality_id = $1 AND id = $2
