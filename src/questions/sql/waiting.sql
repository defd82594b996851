SELECT q.id, q.topic, q.channel, q.summary, q.unit, q.function, q.person, q.asked_at, q.promised_at, q.wished,
       COALESCE(c.to_tell, '') AS to_tell,
       CASE WHEN q.channel = 'chat' THEN COALESCE((
           SELECT l.is_staff FROM questions_line l WHERE l.municipality_id = q.municipality_id AND l.question_id = q.id
           ORDER BY l.number DESC LIMIT 1), 0) ELSE 0 END AS is_answered_so_far
FROM questions_question q
LEFT JOIN questions_contact c ON c.municipality_id = q.municipality_id AND c.question_id = q.id
WHERE q.municipality_id = $1 AND q.state = 'waiting'
ORDER BY q.promised_at, q.id
LIMIT 2000
