-- Marks of rounds that others may see, and of one's own.
SELECT DISTINCT municipality_id, mark, shared, networks, title FROM needs_round
WHERE ended_at = '' AND mark <> '' AND (municipality_id = $1 OR shared <> 'own')
ORDER BY mark, municipality_id, shared, networks, title
LIMIT 5000
