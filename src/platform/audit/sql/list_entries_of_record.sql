SELECT id, at, actor, action, record, detail
FROM audit_entry
WHERE municipality_id = $1 AND record = $2
ORDER BY id DESC
LIMIT $3
