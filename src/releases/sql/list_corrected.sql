SELECT revision, month, municipality_id, place, table_key, counts FROM releases_corrected
WHERE scope = $1 AND year = $2 ORDER BY revision, month
