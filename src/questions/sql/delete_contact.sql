DELETE FROM questions_contact WHERE municipality_id = $1 AND question_id = $2
