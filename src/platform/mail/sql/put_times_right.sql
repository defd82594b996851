-- No wait is that long: a clock was wrong when it was written.
UPDATE mail_letter SET due_at = $1 WHERE ended_at IS NULL AND due_at > $2
