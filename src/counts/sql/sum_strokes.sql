-- Of municipalities. $4: how much of the day tells sums apart.
SELECT municipality_id, substr(day, 1, CAST($4 AS INTEGER)) AS part, place, channel, topic, CAST(SUM(number) AS BIGINT) AS number
FROM counts_stroke WHERE municipality_id IN (SELECT value FROM json_each($1)) AND day >= $2 AND day <= $3
GROUP BY 1, 2, 3, 4, 5
