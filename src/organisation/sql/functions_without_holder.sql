SELECT id, title, unit FROM organisation_function
WHERE municipality_id = $1 AND ended_at = '' AND holder = ''
ORDER BY title_order, id
