SELECT month, municipality_id, place, table_key, counts FROM releases_counted WHERE scope = $1 AND year = $2
