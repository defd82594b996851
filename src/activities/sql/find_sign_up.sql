SELECT id, session_id, turn, persons, state, found_us, to_tell, code_hash FROM activities_sign_up WHERE municipality_id = $1 AND id = $2
