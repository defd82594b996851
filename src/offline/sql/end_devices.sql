UPDATE offline_device SET ended_at = $3 WHERE municipality_id = $1 AND account_id = $2 AND ended_at = ''
