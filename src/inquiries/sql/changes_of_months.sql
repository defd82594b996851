SELECT month, CAST(SUM(changes) AS BIGINT) AS changes FROM inquiries_month_change
WHERE month >= $2 AND month <= $3 AND municipality_id IN (SELECT value FROM json_each($1))
GROUP BY month
