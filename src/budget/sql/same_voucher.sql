-- Other payments of a voucher within a time, on the same line or of the same amount.
SELECT line, day, amount FROM budget_actual
WHERE municipality_id = $1 AND voucher = $2 AND day >= $3 AND day <= $4 AND id <> $5 AND (line = $6 OR amount = $7)
ORDER BY day, id
LIMIT 1
