SELECT register_key, record_id, field, checked_on FROM register_checked
WHERE municipality_id = $1 AND register_key = $2 AND record_id = $3
ORDER BY checked_on DESC, field
