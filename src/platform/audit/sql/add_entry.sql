INSERT INTO audit_entry (municipality_id, id, at, actor, action, record, detail)
VALUES ($1, $2, $3, $4, $5, $6, $7)
