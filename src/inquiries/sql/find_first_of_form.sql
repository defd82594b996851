SELECT inquiry_id FROM inquiries_idempotency
WHERE municipality_id = $1 AND actor = $2 AND SUBSTR(idempotency_key, 1, LENGTH($3)) = $3
ORDER BY created_at, inquiry_id
LIMIT 1
