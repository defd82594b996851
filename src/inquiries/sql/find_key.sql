SELECT body_hash, inquiry_id FROM inquiries_idempotency
WHERE municipality_id = $1 AND actor = $2 AND idempotency_key = $3
