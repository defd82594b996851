-- Put back: what they know of day and place, and what they are still to be told.
UPDATE activities_sign_up SET known_starts = $3, known_place = $4, known_address = $5, to_tell = $6
WHERE municipality_id = $1 AND id = $2
