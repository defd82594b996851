SELECT COUNT(*) AS number FROM activities_request_contact WHERE municipality_id = $1 AND counts_from < $2
