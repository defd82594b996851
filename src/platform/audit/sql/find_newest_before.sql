SELECT at FROM audit_entry WHERE at < $1 ORDER BY at DESC LIMIT 1
