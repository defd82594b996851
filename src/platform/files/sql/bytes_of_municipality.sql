SELECT COALESCE(SUM(bytes), 0) AS bytes FROM files_content WHERE municipality_id = $1
