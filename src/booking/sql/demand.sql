SELECT place, state, COUNT(*) AS number, CAST(SUM(minutes) AS BIGINT) AS minutes FROM booking_booking
WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND lane NOT LIKE 'resource:%'
GROUP BY place, state ORDER BY place, state
