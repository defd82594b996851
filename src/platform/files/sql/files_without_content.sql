SELECT files_file.municipality_id, files_file.id
FROM files_file
LEFT JOIN files_content ON files_content.municipality_id = files_file.municipality_id AND files_content.hash = files_file.hash
WHERE files_content.hash IS NULL
ORDER BY files_file.municipality_id, files_file.id
LIMIT 100
