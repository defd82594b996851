-- How many findings answer each question of a round in each area, and how many of them a resident had a say in.
SELECT a.area, a.question, COUNT(*) AS answers, COUNT(*) FILTER (WHERE a.resident_asked = 1) AS with_resident,
       COUNT(*) FILTER (WHERE a.certainty = 'confirmed') AS confirmed
FROM needs_answer a
WHERE a.municipality_id = $1 AND a.round = $2 AND a.ended_at = ''
    AND (CAST($3 AS TEXT) = '' OR a.certainty = $3) AND ($4 = 0 OR a.resident_asked = 1)
GROUP BY a.area, a.question
ORDER BY a.area, a.question
