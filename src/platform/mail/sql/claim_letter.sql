-- Whose claim ran out while the letter was handed over (the process was killed) may have sent it.
UPDATE mail_letter
SET state = 'sending', claim = $2, due_at = $4, attempts = attempts + 1,
    unanswered = unanswered + CASE WHEN state = 'handing over' THEN 1 ELSE 0 END
WHERE id = $1 AND ended_at IS NULL AND due_at <= $3 AND is_overtaken = 0
RETURNING recipient, language, subject, body, created_at, valid_until, attempts, unanswered, answers
