DELETE FROM audit_entry
WHERE municipality_id = $1 AND id IN (SELECT id FROM audit_entry WHERE municipality_id = $1 AND at < $2 LIMIT $3)
