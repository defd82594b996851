DELETE FROM questions_present WHERE municipality_id = $1 AND (account = $2 OR until < $3)
