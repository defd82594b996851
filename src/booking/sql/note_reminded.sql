UPDATE booking_booking SET reminded_on = $3
WHERE municipality_id = $1 AND id = $2 AND state IN ('booked', 'cancelled_by_us') AND reminded_on = ''
