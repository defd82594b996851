SELECT lane, kept_from, kept_until FROM booking_booking
WHERE municipality_id = $1 AND kept_until > $2 AND state IN ('booked', 'arrived', 'seen', 'did_not_come')
ORDER BY kept_from
