DELETE FROM offline_device WHERE municipality_id = $1 AND account_id = $2 AND id = $3
