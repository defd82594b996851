SELECT municipality_id, hash
FROM files_content
WHERE NOT EXISTS (SELECT 1 FROM files_file
                  WHERE files_file.municipality_id = files_content.municipality_id AND files_file.hash = files_content.hash)
LIMIT 100
