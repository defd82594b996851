-- Nothing stays later than now: a clock that was ahead makes no session longer.
UPDATE accounts_session SET seen_at = $2, created_at = CASE WHEN created_at > $2 THEN $2 ELSE created_at END
WHERE token_hash = $1
