SELECT id, label, created_at, seen_at FROM offline_device
WHERE municipality_id = $1 AND account_id = $2 AND ended_at = ''
ORDER BY created_at, id
