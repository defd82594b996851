SELECT COUNT(*) AS number FROM inquiries_idempotency WHERE created_at < $1
