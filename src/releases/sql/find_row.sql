SELECT cells FROM releases_row
WHERE scope = $1 AND year = $2 AND revision = $3 AND node = $4 AND time = $5 AND table_key = $6
