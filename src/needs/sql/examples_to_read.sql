-- What municipalities share with their networks or with everybody, the newest first.
SELECT municipality_id, id, title, about, credit, shared FROM needs_example
WHERE ended_at = '' AND shared <> 'own' AND copied_from = ''
ORDER BY changed_at DESC, municipality_id, id
LIMIT 2000
