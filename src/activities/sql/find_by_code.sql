SELECT id, session_id, turn, persons, state, known_starts, known_place, known_address FROM activities_sign_up WHERE municipality_id = $1 AND code_hash IN ($2, $3)
