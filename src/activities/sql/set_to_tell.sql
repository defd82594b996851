UPDATE activities_sign_up SET to_tell = $3 WHERE municipality_id = $1 AND id = $2 AND to_tell <> $3
