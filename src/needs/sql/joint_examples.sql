-- Good examples of their own that municipalities let others read, and one's own.
SELECT municipality_id, shared, title, about FROM needs_example
WHERE ended_at = '' AND copied_from = '' AND credit = '' AND (shared <> 'own' OR municipality_id = $1)
ORDER BY municipality_id, title_order, id
LIMIT 20000
