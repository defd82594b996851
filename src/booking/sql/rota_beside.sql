-- What else stands of the same person and is not over.
SELECT title, '' AS kind, function, person, place, weekdays, hours, first_day, last_day FROM booking_rota
WHERE municipality_id = $1 AND person = $2 AND id <> $3 AND ended_at = '' AND (last_day = '' OR last_day >= $4) ORDER BY id
