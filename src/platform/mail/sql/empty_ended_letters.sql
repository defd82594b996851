UPDATE mail_letter SET recipient = '', subject = '', body = '', answers = '' WHERE ended_at IS NOT NULL AND recipient <> '' AND valid_until <= $1
