-- Those of other municipalities that they share.
SELECT municipality_id, id, title, about, tags, shared, networks, credit, version FROM needs_example
WHERE municipality_id <> $1 AND ended_at = '' AND shared <> 'own' AND copied_from = ''
ORDER BY title_order, municipality_id, id
LIMIT 1000
