DELETE FROM files_file WHERE municipality_id = $1 AND id = $2 AND version = $3
