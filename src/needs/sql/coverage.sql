-- How many findings answer each question of a round in each area, how many of them a resident had a say in, of how many that
-- is stated, and how many are not done. What stands under a question that is not the round's, or is asked no more, has none.
SELECT a.area, COALESCE(q.id, '') AS question, COUNT(*) AS answers, COUNT(*) FILTER (WHERE a.resident_asked = 1) AS with_resident,
       COUNT(a.resident_asked) AS stated, COUNT(*) FILTER (WHERE a.state <> 'done') AS not_done
FROM needs_answer a
LEFT JOIN needs_question q ON q.municipality_id = a.municipality_id AND q.id = a.question AND q.round = a.round AND q.ended_at = ''
WHERE a.municipality_id = $1 AND a.round = $2 AND a.ended_at = ''
    AND (CAST($3 AS TEXT) = '' OR a.certainty = $3)
    AND (CAST($4 AS TEXT) = '' OR ($4 = 'yes' AND a.resident_asked = 1) OR ($4 = 'no' AND a.resident_asked = 0)
         OR ($4 = 'unknown' AND a.resident_asked IS NULL))
GROUP BY a.area, COALESCE(q.id, '')
ORDER BY a.area, COALESCE(q.id, '')
