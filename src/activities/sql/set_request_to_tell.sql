UPDATE activities_request_contact SET to_tell = $3 WHERE municipality_id = $1 AND request_id = $2 AND to_tell <> $3
