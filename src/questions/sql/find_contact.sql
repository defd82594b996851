SELECT reply_by, value, given_at, how_often, taken_told_at, late_told_at, to_tell, message_id FROM questions_contact
WHERE municipality_id = $1 AND question_id = $2
