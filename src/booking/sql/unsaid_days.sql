-- Days on which a time is over and nobody has said how it went. Computers and rooms are used without a word.
SELECT day, COUNT(*) AS number FROM booking_booking
WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND state IN ('booked', 'arrived') AND lane NOT LIKE 'resource:%'
GROUP BY day ORDER BY day
