-- What did not reach an address, or waits for it, about one page.
UPDATE mail_letter
SET recipient = $4, state = 'waiting', due_at = $5, ended_at = NULL, claim = '', unanswered = 0, reason = ''
WHERE municipality_id = $1 AND path = $2 AND recipient = $3 AND state IN ('waiting', 'refused', 'unanswered') AND valid_until > $5
