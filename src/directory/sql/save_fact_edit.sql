INSERT INTO directory_fact_edit
    (municipality_id, record_kind, record_id, field, imported_value, edited_value, edited_by, edited_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (municipality_id, record_kind, record_id, field) DO UPDATE SET
    imported_value = excluded.imported_value, edited_value = excluded.edited_value,
    edited_by = excluded.edited_by, edited_at = excluded.edited_at
