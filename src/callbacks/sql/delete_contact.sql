DELETE FROM callbacks_contact WHERE municipality_id = $1 AND call_back_id = $2
