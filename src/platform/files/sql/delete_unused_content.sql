DELETE FROM files_content
WHERE municipality_id = $1 AND hash = $2
  AND NOT EXISTS (SELECT 1 FROM files_file WHERE files_file.municipality_id = $1 AND files_file.hash = $2)
