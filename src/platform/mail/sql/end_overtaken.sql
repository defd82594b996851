-- Whoever handed them over is gone.
UPDATE mail_letter
SET state = 'dropped', recipient = '', name = '', subject = '', body = '', answers = '', claim = '', ended_at = $1
WHERE is_overtaken = 1 AND ended_at IS NULL AND due_at <= $1
