SELECT COUNT(*) AS number FROM audit_entry WHERE municipality_id = $1 AND at < $2
