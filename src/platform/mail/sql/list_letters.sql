SELECT id, municipality_id, kind, state, recipient, created_at, due_at, attempts, unanswered, reason, path
FROM mail_letter
WHERE ended_at IS NULL OR state IN ('refused', 'unanswered', 'expired') OR (unanswered > 0 AND state <> 'dropped')
ORDER BY id DESC
LIMIT 500
