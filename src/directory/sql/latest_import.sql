SELECT source, added, changed, kept, imported_at
FROM directory_import
WHERE municipality_id = $1
ORDER BY imported_at DESC, id DESC
LIMIT 1
