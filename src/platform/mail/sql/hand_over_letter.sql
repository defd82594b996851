UPDATE mail_letter SET state = 'handing over', due_at = $3 WHERE id = $1 AND claim = $2 AND state = 'sending'
