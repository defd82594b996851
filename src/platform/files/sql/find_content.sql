SELECT bytes, parts FROM files_content WHERE municipality_id = $1 AND hash = $2
