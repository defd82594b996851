SELECT register_key, record_id, field, checked_on FROM register_checked
WHERE municipality_id = $1
ORDER BY checked_on DESC, register_key, record_id, field
