SELECT id, municipality_id, kind, state, recipient, created_at, due_at, attempts, unanswered, reason, path
FROM mail_letter
WHERE id = $1
