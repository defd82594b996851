INSERT INTO questions_contact (municipality_id, question_id, reply_by, value, given_at, how_often) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (municipality_id, question_id) DO UPDATE SET
    reply_by = $3, value = $4, given_at = $5, how_often = $6, to_tell = ''
