SELECT month, CAST(SUM(changes) AS BIGINT) AS changes FROM inquiries_month_change
WHERE month >= $2 AND month <= $3 AND municipality_id = ANY (ARRAY(SELECT json_array_elements_text(CAST($1 AS json))))
GROUP BY month
