UPDATE mail_letter
SET state = 'dropped', recipient = '', subject = '', body = '', answers = '', ended_at = $2
WHERE id = $1 AND state IN ('waiting', 'refused', 'unanswered', 'expired')
