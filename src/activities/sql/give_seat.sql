UPDATE activities_sign_up SET state = 'confirmed', to_tell = $3 WHERE municipality_id = $1 AND id = $2 AND state = 'waiting'
