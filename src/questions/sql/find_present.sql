SELECT until FROM questions_present WHERE municipality_id = $1 AND account = $2 AND until > $3
