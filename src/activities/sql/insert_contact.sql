INSERT INTO activities_contact (municipality_id, sign_up_id, name, by_way, value, how_often) VALUES ($1, $2, $3, $4, $5, $6)
