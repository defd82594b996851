-- Ids are UUIDv7: their order is the order of time.
SELECT id, at, actor, action, record, detail
FROM audit_entry
WHERE municipality_id = $1 AND ($2 = '' OR id < $2)
ORDER BY id DESC
LIMIT $3
