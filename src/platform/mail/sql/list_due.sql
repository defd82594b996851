SELECT id FROM mail_letter WHERE ended_at IS NULL AND is_overtaken = 0 AND due_at <= $1 ORDER BY due_at, id LIMIT 200
