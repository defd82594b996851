-- How many findings answer each question of a round in each area, how many of them a resident had a say in, of how many that
-- is stated, and how many are not done.
SELECT a.area, a.question, COUNT(*) AS answers, COUNT(*) FILTER (WHERE a.resident_asked = 1) AS with_resident,
       COUNT(a.resident_asked) AS stated, COUNT(*) FILTER (WHERE a.state <> 'done') AS not_done
FROM needs_answer a
WHERE a.municipality_id = $1 AND a.round = $2 AND a.ended_at = ''
    AND (CAST($3 AS TEXT) = '' OR a.certainty = $3) AND ($4 = 0 OR a.resident_asked = 1)
GROUP BY a.area, a.question
ORDER BY a.area, a.question
