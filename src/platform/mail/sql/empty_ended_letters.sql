-- Whoever is told in another way is reached for some days more.
UPDATE mail_letter
SET subject = '', body = '', answers = '',
    recipient = CASE WHEN path <> '' AND valid_until > $2 THEN recipient ELSE '' END,
    name = CASE WHEN path <> '' AND valid_until > $2 THEN name ELSE '' END
WHERE ended_at IS NOT NULL AND recipient <> '' AND valid_until <= $1 AND (subject <> '' OR path = '' OR valid_until <= $2)
