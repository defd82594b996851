-- Rounds with the mark that others may read, and one's own.
SELECT municipality_id, id, shared, title, intro, method, stated_sections, first_day, last_day, source FROM needs_round
WHERE mark = $1 AND ended_at = '' AND (shared <> 'own' OR municipality_id = $2)
ORDER BY municipality_id, last_day DESC, id
LIMIT 2000
