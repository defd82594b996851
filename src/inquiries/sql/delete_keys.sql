DELETE FROM inquiries_idempotency
WHERE (municipality_id, actor, idempotency_key) IN (
    SELECT municipality_id, actor, idempotency_key FROM inquiries_idempotency WHERE created_at < $1 LIMIT $2)
