UPDATE mail_letter SET due_at = $2, reason = $3 WHERE ended_at IS NULL AND state = 'waiting' AND due_at <= $1
