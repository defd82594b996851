-- What one group wishes of a function and what is not done nor declined.
SELECT id, title, from_group, state, due, function, unit FROM needs_wish
WHERE municipality_id = $1 AND ended_at = '' AND function <> '' AND state IN ('new', 'accepted')
ORDER BY due, id LIMIT 2000
