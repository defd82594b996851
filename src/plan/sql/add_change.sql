INSERT INTO plan_feed (municipality_id, position, kind, record, node, what, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
