-- Who has a round with the mark that others may read, also where nothing of it is answered yet.
SELECT municipality_id, shared FROM needs_round
WHERE mark = $1 AND ended_at = '' AND shared <> 'own'
ORDER BY municipality_id, shared
LIMIT 5000
