-- Whoever has it goes on with it until then; or, with the present, it is for whoever asks next.
UPDATE mail_letter SET due_at = $3 WHERE id = $1 AND claim = $2 AND ended_at IS NULL
