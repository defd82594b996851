SELECT MIN(due_at) AS next FROM mail_letter WHERE ended_at IS NULL
