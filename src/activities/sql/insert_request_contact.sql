INSERT INTO activities_request_contact (municipality_id, request_id, by_way, value, to_tell, counts_from)
VALUES ($1, $2, $3, $4, '', $5)
