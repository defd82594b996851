UPDATE mail_letter
SET state = 'waiting', due_at = $2, ended_at = NULL, claim = '', reason = '', attempts = 0,
    unanswered = CASE WHEN unanswered > 1 THEN 1 ELSE unanswered END, seen_to_by = '', seen_to_at = '', state_before = ''
WHERE id = $1 AND state IN ('waiting', 'refused', 'unanswered', 'seen to') AND recipient <> '' AND subject <> '' AND valid_until > $2
