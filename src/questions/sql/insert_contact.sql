INSERT INTO questions_contact (municipality_id, question_id, reply_by, value, given_at, how_often, message_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
