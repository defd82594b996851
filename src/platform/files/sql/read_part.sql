SELECT bytes FROM files_part WHERE municipality_id = $1 AND hash = $2 AND part = $3
