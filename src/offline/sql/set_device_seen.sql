UPDATE offline_device SET seen_at = $3 WHERE municipality_id = $1 AND id = $2 AND seen_at < $3
