UPDATE mail_letter SET recipient = '', subject = '', body = '' WHERE ended_at IS NOT NULL AND recipient <> '' AND valid_until <= $1
