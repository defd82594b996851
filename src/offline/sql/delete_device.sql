DELETE FROM offline_device WHERE municipality_id = $1 AND id = $2
