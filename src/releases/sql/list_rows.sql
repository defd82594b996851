SELECT node, time, table_key, cells FROM releases_row WHERE scope = $1 AND year = $2 AND revision = $3
