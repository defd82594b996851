-- An entry was taken back and logged anew: what was booked from it is of the new one.
UPDATE booking_booking SET booked_from = $3 WHERE municipality_id = $1 AND booked_from = $2 AND booked_from <> ''
