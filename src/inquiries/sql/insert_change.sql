INSERT INTO inquiries_change (municipality_id, inquiry_id, id, at, actor, action, fields, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
