SELECT id, title, deadline, responsible FROM budget_grant
WHERE municipality_id = $1 AND deadline <> '' AND deadline <= $2 AND state IN ('seen', 'applying') ORDER BY deadline, id LIMIT 500
