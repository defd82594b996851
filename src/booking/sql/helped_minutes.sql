SELECT day, place, offer, CAST(SUM(minutes) AS BIGINT) AS minutes FROM booking_figure
WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND minutes > 0
GROUP BY day, place, offer ORDER BY day, place, offer
