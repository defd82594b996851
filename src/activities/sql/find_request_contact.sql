SELECT by_way, value, to_tell, counts_from FROM activities_request_contact WHERE municipality_id = $1 AND request_id = $2
