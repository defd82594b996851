SELECT a.id, a.title, a.decide_on, COALESCE(b.responsible, '') AS responsible FROM budget_after a
LEFT JOIN budget_budget b ON b.municipality_id = a.municipality_id AND b.id = a.budget
WHERE a.municipality_id = $1 AND a.decide_on <= $2 AND a.decision = 'open' ORDER BY a.decide_on, a.id LIMIT 500
