SELECT COUNT(*) AS number FROM offline_device WHERE municipality_id = $1 AND seen_at < $2
