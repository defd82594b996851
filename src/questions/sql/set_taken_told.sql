UPDATE questions_contact SET taken_told_at = $3, to_tell = $4
WHERE municipality_id = $1 AND question_id = $2 AND how_often = 'each' AND taken_told_at = ''
