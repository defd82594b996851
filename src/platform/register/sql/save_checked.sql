INSERT INTO register_checked (municipality_id, register_key, record_id, field, checked_on) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (municipality_id, register_key, record_id, field) DO UPDATE SET checked_on = excluded.checked_on
