UPDATE booking_contact SET how_often = $3 WHERE municipality_id = $1 AND booking_id IN (
    SELECT id FROM booking_booking WHERE municipality_id = $1 AND code_hash IN ($2, $4) AND state IN ('booked', 'arrived'))
