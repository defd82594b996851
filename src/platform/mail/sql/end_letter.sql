-- What a refused one says stays until it is of no use: it may be sent again. Who was not reached in time is told in another way.
UPDATE mail_letter
SET state = CASE WHEN is_overtaken = 1 AND $7 = 1 THEN 'dropped' ELSE $3 END,
    claim = '', unanswered = $4, reason = $5, ended_at = $6,
    recipient = CASE WHEN is_overtaken = 0 AND ($7 = 1 OR ($3 = 'expired' AND path <> '')) THEN recipient ELSE '' END,
    name = CASE WHEN is_overtaken = 0 AND ($7 = 1 OR ($3 = 'expired' AND path <> '')) THEN name ELSE '' END,
    subject = CASE WHEN is_overtaken = 0 AND $7 = 1 THEN subject ELSE '' END,
    body = CASE WHEN is_overtaken = 0 AND $7 = 1 THEN body ELSE '' END,
    answers = CASE WHEN is_overtaken = 0 AND $7 = 1 THEN answers ELSE '' END
WHERE id = $1 AND claim = $2
