SELECT b.id FROM booking_booking b
JOIN booking_contact c ON c.municipality_id = b.municipality_id AND c.booking_id = b.id AND c.how_often = 'each'
WHERE b.municipality_id = $1 AND b.day = $2 AND b.state = 'booked' AND b.way = 'email' AND b.reminded_on = '' ORDER BY b.starts_at
