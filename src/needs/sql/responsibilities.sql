-- Who answers for what, decides it or helps with it.
SELECT topic, function, part, id FROM needs_responsibility
WHERE municipality_id = $1 AND ended_at = ''
ORDER BY topic, function, part, id
