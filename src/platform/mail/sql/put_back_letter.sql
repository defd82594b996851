UPDATE mail_letter
SET state = CASE WHEN is_overtaken = 1 THEN 'dropped' ELSE 'waiting' END, claim = '', due_at = $3, unanswered = $4, reason = $5,
    ended_at = CASE WHEN is_overtaken = 1 THEN $6 ELSE NULL END,
    recipient = CASE WHEN is_overtaken = 1 THEN '' ELSE recipient END,
    name = CASE WHEN is_overtaken = 1 THEN '' ELSE name END,
    subject = CASE WHEN is_overtaken = 1 THEN '' ELSE subject END,
    body = CASE WHEN is_overtaken = 1 THEN '' ELSE body END,
    answers = CASE WHEN is_overtaken = 1 THEN '' ELSE answers END
WHERE id = $1 AND claim = $2
