UPDATE mail_letter SET state = 'waiting', claim = '', due_at = $3, unanswered = $4, reason = $5 WHERE id = $1 AND claim = $2
