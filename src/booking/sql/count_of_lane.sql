-- Where two go there both have it.
SELECT COUNT(*) AS found FROM booking_booking b
WHERE b.municipality_id = $1 AND b.state = 'booked' AND b.day > $3
    AND (b.lane = $2 OR (b.two_people = 1 AND EXISTS (SELECT 1 FROM booking_taken t WHERE t.municipality_id = b.municipality_id
        AND t.booking_id = b.id AND t.lane = $2)))
