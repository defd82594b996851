SELECT COUNT(*) AS number FROM questions_present WHERE municipality_id = $1 AND until > $2
