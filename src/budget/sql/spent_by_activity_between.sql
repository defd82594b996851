SELECT l.budget, a.activity, CAST(SUM(a.amount) AS BIGINT) AS spent FROM budget_actual a
JOIN budget_line l ON l.municipality_id = a.municipality_id AND l.id = a.line
WHERE a.municipality_id = $1 AND a.activity <> '' AND a.day >= $2 AND a.day <= $3
GROUP BY l.budget, a.activity
