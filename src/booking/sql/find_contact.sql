SELECT name, value, how_often FROM booking_contact WHERE municipality_id = $1 AND booking_id = $2
