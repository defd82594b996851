SELECT files_content.municipality_id, files_content.hash, files_content.bytes, COUNT(files_file.id) AS files
FROM files_content
LEFT JOIN files_file ON files_file.municipality_id = files_content.municipality_id AND files_file.hash = files_content.hash
GROUP BY files_content.municipality_id, files_content.hash, files_content.bytes
ORDER BY files_content.municipality_id, files_content.hash
