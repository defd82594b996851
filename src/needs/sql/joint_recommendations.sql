-- What is recommended in rounds with the mark that others may read, and in one's own.
SELECT n.municipality_id, r.shared, r.networks, n.area, n.kind, n.title
FROM needs_round r
JOIN needs_recommendation n ON n.municipality_id = r.municipality_id AND n.round = r.id
WHERE r.mark = $1 AND r.ended_at = '' AND n.ended_at = '' AND (r.shared <> 'own' OR r.municipality_id = $2)
ORDER BY n.municipality_id, n.area, n.title_order, n.id
LIMIT 200000
