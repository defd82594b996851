-- What a refused one says stays until it is of no use: the operator may send it again.
UPDATE mail_letter
SET state = $3, claim = '', unanswered = $4, reason = $5, ended_at = $6,
    recipient = CASE WHEN $7 = 1 THEN recipient ELSE '' END,
    subject = CASE WHEN $7 = 1 THEN subject ELSE '' END,
    body = CASE WHEN $7 = 1 THEN body ELSE '' END,
    answers = CASE WHEN $7 = 1 THEN answers ELSE '' END
WHERE id = $1 AND claim = $2
