UPDATE mail_letter
SET state = 'waiting', due_at = $2, ended_at = NULL, claim = '', unanswered = CASE WHEN unanswered > 1 THEN 1 ELSE unanswered END
WHERE id = $1 AND state IN ('waiting', 'refused', 'unanswered') AND recipient <> '' AND valid_until > $2
