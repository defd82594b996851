SELECT q.id, q.question, q.answer, q.state, q.reply_way, q.asked_at, q.promised_at, q.answered_at, q.closed_at, q.channel, q.wished,
       COALESCE(q.tries, 0) AS tries, q.tried_at,
       COALESCE(c.reply_by, 'none') AS told_by, COALESCE(c.how_often, 'only') AS how_often,
       COALESCE(c.value, '') AS told_at
FROM questions_question q
LEFT JOIN questions_contact c ON c.municipality_id = q.municipality_id AND c.question_id = q.id
WHERE q.municipality_id = $1 AND q.code_hash = $2 AND q.code_hash <> ''
