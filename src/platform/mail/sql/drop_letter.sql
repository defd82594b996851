UPDATE mail_letter
SET state = 'dropped', recipient = '', name = '', subject = '', body = '', answers = '', ended_at = $2
WHERE id = $1 AND state IN ('waiting', 'refused', 'unanswered', 'expired', 'seen to')
