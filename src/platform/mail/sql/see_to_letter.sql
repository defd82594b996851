UPDATE mail_letter
SET state_before = state, state = 'seen to', seen_to_by = $2, seen_to_at = $3,
    ended_at = CASE WHEN ended_at IS NULL THEN $3 ELSE ended_at END
WHERE id = $1 AND state IN ('waiting', 'refused', 'unanswered', 'expired')
