SELECT id, title, from_group, state, due, function, body, unit FROM needs_wish
WHERE municipality_id = $1 AND ended_at = '' AND state IN ('new', 'accepted') AND (function <> '' OR body <> '')
ORDER BY due, id LIMIT 2000
