DELETE FROM callbacks_call_back WHERE municipality_id = $1 AND id = $2
