DELETE FROM register_checked WHERE municipality_id = $1 AND register_key = $2 AND record_id = $3
