SELECT record_kind, record_id, field, checked_on FROM directory_checked
WHERE municipality_id = $1
ORDER BY checked_on DESC, record_kind, record_id, field
