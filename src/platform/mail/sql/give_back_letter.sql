-- As it stood before somebody took it on; what waited and is of no use any more was not sent in time.
UPDATE mail_letter
SET state = CASE WHEN state_before = 'waiting' AND valid_until <= $2 THEN 'expired' ELSE state_before END,
    ended_at = CASE WHEN state_before = 'waiting' AND valid_until > $2 THEN NULL ELSE ended_at END,
    due_at = $2, seen_to_by = '', seen_to_at = '', state_before = ''
WHERE id = $1 AND state = 'seen to'
