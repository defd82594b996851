-- What municipalities share with everybody, the newest first.
SELECT municipality_id, id, title, about, tags, credit, changed_at FROM needs_example
WHERE ended_at = '' AND shared = 'all' AND copied_from = ''
ORDER BY changed_at DESC, municipality_id, id
LIMIT 1000
