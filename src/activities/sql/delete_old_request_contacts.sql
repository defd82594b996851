DELETE FROM activities_request_contact WHERE municipality_id = $1 AND request_id IN (
    SELECT request_id FROM activities_request_contact WHERE municipality_id = $1 AND counts_from < $2
    ORDER BY counts_from, request_id LIMIT $3)
