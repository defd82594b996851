-- Somebody else's address, or another way, has written no e-mail that could be answered.
INSERT INTO questions_contact (municipality_id, question_id, reply_by, value, given_at, how_often) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (municipality_id, question_id) DO UPDATE SET
    reply_by = $3, value = $4, given_at = $5, how_often = $6, to_tell = '',
    message_id = CASE WHEN questions_contact.reply_by = $3 AND questions_contact.value = $4 THEN questions_contact.message_id
                      ELSE '' END
