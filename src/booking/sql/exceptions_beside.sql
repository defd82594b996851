-- Where the same person is instead on other days or hours that are not over.
SELECT title, kind, function, person, place, '' AS weekdays, hours, first_day, last_day FROM booking_exception
WHERE municipality_id = $1 AND person = $2 AND id <> $3 AND kind = 'instead' AND ended_at = ''
    AND (last_day = '' OR last_day >= $4) ORDER BY id
