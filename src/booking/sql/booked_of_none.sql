-- Times to come whose offer has ended or is gone: nobody finds them by it.
SELECT COUNT(*) AS number, COALESCE(MIN(b.day), '') AS first_day
FROM booking_booking b
WHERE b.municipality_id = $1 AND b.state IN ('booked', 'arrived') AND b.ends_at > $2
    AND NOT EXISTS (SELECT 1 FROM booking_offer o
                    WHERE o.municipality_id = b.municipality_id AND o.id = b.offer AND o.ended_at = '')
