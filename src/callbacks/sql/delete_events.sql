DELETE FROM callbacks_event WHERE municipality_id = $1 AND call_back_id = $2
