DELETE FROM files_file WHERE municipality_id = $1 AND owner_kind = $2 AND owner_id = $3
