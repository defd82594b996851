SELECT COUNT(*) AS number FROM questions_question WHERE municipality_id = $1 AND state <> 'waiting' AND closed_at < $2
