SELECT id FROM offline_device WHERE municipality_id = $1 AND seen_at < $2 ORDER BY seen_at LIMIT $3
