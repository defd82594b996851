-- What was paid on a line within a time for an activity, and where none is named.
SELECT activity, CAST(SUM(amount) AS BIGINT) AS paid FROM budget_actual
WHERE municipality_id = $1 AND line = $2 AND day >= $3 AND day <= $4 AND amount > 0 AND (activity = $5 OR activity = '')
GROUP BY activity
