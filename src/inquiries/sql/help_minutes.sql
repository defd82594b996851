-- Help time as it was stated, of residents and of employees and partners alike: who logged it, where, when to the minute.
SELECT created_by, place, local_date, local_hour, substr(at, 15, 2) AS minute, CAST(SUM(minutes) AS BIGINT) AS total
FROM inquiries_inquiry
WHERE municipality_id = $1 AND at >= $2 AND at < $3 AND deleted_at IS NULL AND minutes > 0
GROUP BY 1, 2, 3, 4, 5
