SELECT id, slug, question, words, answer, steps, links, topics, languages, function, unit, is_published, verified_on
FROM questions_answer
WHERE municipality_id = $1 AND ended_at = ''
ORDER BY question_order, id
LIMIT 5000
