-- The one that was booked last comes last.
SELECT booked_from, id FROM booking_booking WHERE municipality_id = $1 AND booked_from <> '' ORDER BY created_at, id
