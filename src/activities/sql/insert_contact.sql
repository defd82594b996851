INSERT INTO activities_contact (municipality_id, sign_up_id, name, by_way, value) VALUES ($1, $2, $3, $4, $5)
