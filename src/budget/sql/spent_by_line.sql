SELECT line, CAST(SUM(amount) AS BIGINT) AS spent FROM budget_actual WHERE municipality_id = $1 GROUP BY line
