DELETE FROM inquiries_idempotency WHERE created_at < $1
