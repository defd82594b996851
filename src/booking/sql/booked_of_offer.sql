-- All that ever were, and those that are to come.
SELECT COUNT(*) AS number,
       COUNT(*) FILTER (WHERE state IN ('booked', 'arrived') AND ends_at > $3) AS to_come
FROM booking_booking WHERE municipality_id = $1 AND offer = $2
