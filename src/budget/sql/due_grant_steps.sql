SELECT s.id, s.title, s.kind, s.due, s.grant_call, COALESCE(g.responsible, '') AS responsible FROM budget_grant_step s
LEFT JOIN budget_grant g ON g.municipality_id = s.municipality_id AND g.id = s.grant_call
WHERE s.municipality_id = $1 AND s.done_on = '' AND s.due <= $2 ORDER BY s.due, s.id LIMIT 500
