SELECT id, title, holder, stand_in, unit
FROM organisation_function
WHERE municipality_id = $1 AND (holder = $2 OR stand_in = $2)
ORDER BY title_order, id
