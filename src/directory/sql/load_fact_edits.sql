SELECT record_kind, record_id, field, imported_value, edited_value, edited_by, edited_at
FROM directory_fact_edit
WHERE municipality_id = $1
ORDER BY record_kind, record_id, field
