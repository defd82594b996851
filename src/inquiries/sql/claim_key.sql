INSERT INTO inquiries_idempotency (municipality_id, actor, idempotency_key, body_hash, inquiry_id, created_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING
