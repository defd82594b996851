SELECT id, title, function FROM plan_comment
WHERE municipality_id = $1 AND answer = '' AND function <> '' ORDER BY id LIMIT 500
