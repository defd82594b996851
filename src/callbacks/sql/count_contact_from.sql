UPDATE callbacks_contact SET counts_from = $3 WHERE municipality_id = $1 AND call_back_id = $2
