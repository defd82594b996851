-- Of all municipalities whose round has the mark: what is done, by area and the question's number, how certain it is, and of how
-- many it is stated whether a resident was asked. Counted before the number is looked up, in the order of an index.
SELECT g.municipality_id, g.shared, g.area, COALESCE(q.code, '') AS code, g.answers, g.with_resident, g.stated, g.confirmed,
       g.said, g.assumed, g.partly_assumed, g.hearsay, g.incomplete
FROM (
    SELECT r.municipality_id, r.id AS round, r.shared, a.area, a.question, COUNT(*) AS answers,
           COUNT(*) FILTER (WHERE a.resident_asked = 1) AS with_resident, COUNT(a.resident_asked) AS stated,
           COUNT(*) FILTER (WHERE a.certainty = 'confirmed') AS confirmed, COUNT(*) FILTER (WHERE a.certainty = 'stated') AS said,
           COUNT(*) FILTER (WHERE a.certainty = 'assumed') AS assumed,
           COUNT(*) FILTER (WHERE a.certainty = 'partly_assumed') AS partly_assumed,
           COUNT(*) FILTER (WHERE a.certainty = 'hearsay') AS hearsay,
           COUNT(*) FILTER (WHERE a.certainty = 'incomplete') AS incomplete
    FROM needs_round r
    JOIN needs_answer a ON a.municipality_id = r.municipality_id AND a.round = r.id
    WHERE r.mark = $1 AND r.ended_at = '' AND a.ended_at = '' AND a.state = 'done' AND r.shared <> 'own'
    GROUP BY r.municipality_id, r.id, r.shared, a.area, a.question
) g
LEFT JOIN needs_question q ON q.municipality_id = g.municipality_id AND q.id = g.question AND q.round = g.round
    AND q.ended_at = ''
