SELECT by_way, how_often, value FROM activities_contact WHERE municipality_id = $1 AND sign_up_id = $2
