DELETE FROM mail_letter WHERE id IN (SELECT id FROM mail_letter WHERE ended_at < $1 LIMIT $2)
