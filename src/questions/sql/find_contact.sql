SELECT reply_by, value, given_at FROM questions_contact WHERE municipality_id = $1 AND question_id = $2
