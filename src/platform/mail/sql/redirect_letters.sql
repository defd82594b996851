-- What did not reach an address, or waits for it.
UPDATE mail_letter
SET recipient = $3, state = 'waiting', due_at = $4, ended_at = NULL, claim = '', attempts = 0, unanswered = 0, reason = '',
    seen_to_by = '', seen_to_at = '', state_before = ''
WHERE municipality_id = $1 AND matter = $2 AND recipient <> $3 AND subject <> '' AND valid_until > $4
      AND state IN ('waiting', 'refused', 'unanswered', 'seen to')
