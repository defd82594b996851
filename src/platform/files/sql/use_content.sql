UPDATE files_content SET used_at = $3 WHERE municipality_id = $1 AND hash = $2
