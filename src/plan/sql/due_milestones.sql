SELECT m.id, m.title, m.deadline, COALESCE(n.owner, '') AS owner FROM plan_milestone m
LEFT JOIN plan_node n ON n.municipality_id = m.municipality_id AND n.id = m.node
WHERE m.municipality_id = $1 AND m.done_on = '' AND m.deadline <> '' AND m.deadline <= $2 AND COALESCE(n.closed_on, '') = ''
ORDER BY m.deadline, m.id LIMIT 500
