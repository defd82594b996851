-- Who is reminded is so by the new way; who is to be told that it is cancelled still is.
UPDATE booking_booking SET way = $4, reminded_on = '', version = version + 1, changed_by = $5, changed_at = $6
WHERE municipality_id = $1 AND id = $2 AND version = $3
    AND (state IN ('booked', 'arrived') OR (state = 'cancelled_by_us' AND reminded_on = ''))
