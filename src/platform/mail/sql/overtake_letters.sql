-- One that is handed over just now may arrive; it is not tried again.
UPDATE mail_letter
SET is_overtaken = 1,
    recipient = CASE WHEN state = 'handing over' THEN recipient ELSE '' END,
    name = CASE WHEN state = 'handing over' THEN name ELSE '' END,
    subject = CASE WHEN state = 'handing over' THEN subject ELSE '' END,
    body = CASE WHEN state = 'handing over' THEN body ELSE '' END,
    answers = CASE WHEN state = 'handing over' THEN answers ELSE '' END,
    claim = CASE WHEN state = 'handing over' THEN claim ELSE '' END,
    ended_at = CASE WHEN state = 'handing over' THEN NULL ELSE $3 END,
    state = CASE WHEN state = 'handing over' THEN state ELSE 'dropped' END
WHERE municipality_id = $1 AND matter = $2 AND is_overtaken = 0
      AND state IN ('waiting', 'sending', 'handing over', 'refused', 'unanswered', 'expired', 'seen to')
