SELECT line, CAST(SUM(amount) AS BIGINT) AS spent FROM budget_actual
WHERE municipality_id = $1 AND day >= $2 AND day <= $3
GROUP BY line
