SELECT session_id, left_on, persons, state, code_hash, language, created_at, found_us, name, by_way, value, how_often,
    known_starts, known_place, known_address, to_tell, left_starts, left_place, left_address, turn, reminded_on
FROM activities_left
WHERE municipality_id = $1 AND id = $2
