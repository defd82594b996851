-- Where two go there the time of both is taken: the other one stands among the pieces alone.
SELECT lane, kept_from, kept_until, offer FROM booking_booking
WHERE municipality_id = $1 AND kept_until > $2 AND state IN ('booked', 'arrived', 'seen', 'did_not_come')
UNION ALL
SELECT DISTINCT t.lane, b.kept_from, b.kept_until, b.offer FROM booking_booking b
JOIN booking_taken t ON t.municipality_id = b.municipality_id AND t.booking_id = b.id AND t.lane <> b.lane
WHERE b.municipality_id = $1 AND b.kept_until > $2 AND b.two_people = 1
    AND b.state IN ('booked', 'arrived', 'seen', 'did_not_come')
ORDER BY kept_from
