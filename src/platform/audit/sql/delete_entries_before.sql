DELETE FROM audit_entry WHERE at < $1
